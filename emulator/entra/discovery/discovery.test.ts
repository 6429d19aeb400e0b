import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CONSUMERS, CONTOSO } from '../../test-browser.ts';
import { testCloud } from '../../test-cloud.ts';

describe('discovery', () => {
  const cloud = testCloud();

  const read = async (
    path: string,
  ): Promise<{ response: Response; body: Record<string, unknown> }> => {
    const response = await fetch(`${cloud.url}${path}`);
    return { response, body: (await response.json()) as Record<string, unknown> };
  };

  const issuers: [string, string][] = [
    ['common', '{tenantid}'],
    ['organizations', '{tenantid}'],
    ['consumers', CONSUMERS],
    [CONTOSO, CONTOSO],
    ['contoso.onmicrosoft.com', CONTOSO],
    ['Contoso.Example', CONTOSO],
  ];
  for (const [tenant, issuer] of issuers) {
    test(`/${tenant} names ${issuer} as the issuer`, async () => {
      const { response, body } = await read(`/${tenant}/v2.0/.well-known/openid-configuration`);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('access-control-allow-origin'), '*');
      assert.equal(body['issuer'], `${cloud.url}/${issuer}/v2.0`);
      assert.match(String(body['token_endpoint']), /\/oauth2\/v2\.0\/token$/);
    });
  }

  test('an unknown tenant is refused as JSON with 90002', async () => {
    const { response, body } = await read('/nowhere.example/v2.0/.well-known/openid-configuration');
    assert.equal(response.status, 400);
    assert.equal(body['error'], 'invalid_tenant');
    assert.match(
      String(body['error_description']),
      /^AADSTS90002: Tenant 'nowhere\.example' not found/,
    );
  });

  test('two public signing keys are published, and nothing private', async () => {
    const { body } = await read('/common/discovery/v2.0/keys');
    const keys = body['keys'] as Record<string, unknown>[];
    assert.equal(keys.length, 2);
    for (const key of keys) {
      assert.deepEqual(Object.keys(key).sort(), ['e', 'issuer', 'kid', 'kty', 'n', 'use', 'x5t']);
      assert.equal(key['issuer'], `${cloud.url}/{tenantid}/v2.0`);
    }
    assert.notEqual(keys[0]?.['kid'], keys[1]?.['kid']);
  });

  test('the token endpoint answers a preflight for any origin', async () => {
    const response = await fetch(`${cloud.url}/common/oauth2/v2.0/token`, {
      method: 'OPTIONS',
      headers: {
        'access-control-request-headers': 'x-client-sku',
        origin: 'http://localhost:3000',
      },
    });
    assert.equal(response.status, 204);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.equal(response.headers.get('access-control-allow-headers'), 'x-client-sku');
  });
});
