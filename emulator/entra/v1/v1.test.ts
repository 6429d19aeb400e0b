import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import {
  APP,
  CLIENT,
  CONTOSO,
  TestBrowser,
  VERIFIER,
  authorizePath,
  callGraph,
} from '../../test-browser.ts';
import type { Answer, Fields, TokenBody } from '../../test-browser.ts';
import { testCloud } from '../../test-cloud.ts';

const ADELE = 'adele@contoso.example';
const GRAPH = 'https://graph.microsoft.com';

describe('the endpoints of version 1', () => {
  const cloud = testCloud();
  let browser: TestBrowser;
  beforeEach(() => {
    browser = new TestBrowser(cloud);
  });
  const v1 = (path: string): string => path.replace('/oauth2/v2.0/', '/oauth2/');
  const authorize = (overrides: Fields = {}, tenant = 'common'): Promise<Answer> =>
    browser.get(v1(authorizePath({ scope: undefined, resource: GRAPH, ...overrides }, tenant)));
  const signIn = async (overrides: Fields = {}): Promise<Answer> => {
    const consent = await browser.submit(await authorize(overrides), { username: ADELE });
    return browser.submit(consent, { decision: 'accept' });
  };
  const token = async (fields: Fields, tenant = 'common'): Promise<[number, TokenBody]> => {
    const given = { client_id: CLIENT, ...fields } as Record<string, string>;
    const response = await fetch(`${cloud.url}/${tenant}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams(given),
      headers: { origin: APP },
    });
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    return [response.status, (await response.json()) as TokenBody];
  };
  const redeem = async (code: string | null, more: Fields = {}) =>
    token({
      grant_type: 'authorization_code',
      code: code ?? '',
      redirect_uri: `${APP}/`,
      code_verifier: VERIFIER,
      ...more,
    });

  test('discovery names them, and an issuer without a version', async () => {
    const read = async (tenant: string) => {
      const path = `/${tenant}/.well-known/openid-configuration`;
      return (await (await fetch(`${cloud.url}${path}`)).json()) as Record<string, unknown>;
    };
    const metadata = await read('contoso.example');
    const at = `${cloud.url}/${CONTOSO}`;
    assert.equal(metadata['issuer'], `${at}/`);
    assert.equal(metadata['authorization_endpoint'], `${at}/oauth2/authorize`);
    assert.equal(metadata['token_endpoint'], `${at}/oauth2/token`);
    assert.equal(metadata['jwks_uri'], `${at}/discovery/keys`);
    assert.equal(metadata['end_session_endpoint'], `${at}/oauth2/logout`);
    assert.equal((await read('common'))['issuer'], `${cloud.url}/{tenantid}/`);
  });

  test('a sign-in asks for a resource and gets tokens of version 1, numbers as texts', async () => {
    const { result } = await signIn();
    const [status, body] = await redeem(result.get('code'));
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(body['resource'], GRAPH);
    assert.equal(body['token_type'], 'Bearer');
    assert.match(body.scope, /\bUser\.Read\b/);
    for (const name of ['expires_in', 'ext_expires_in', 'expires_on', 'not_before']) {
      assert.match(String(body[name]), /^\d+$/);
      assert.equal(typeof body[name], 'string', name);
    }
    const keys = createRemoteJWKSet(new URL(`${cloud.url}/common/discovery/keys`));
    const { payload } = await jwtVerify(body.id_token, keys, {
      issuer: `${cloud.url}/${CONTOSO}/`,
      audience: CLIENT,
    });
    assert.equal(payload['ver'], '1.0');
    assert.equal(payload['upn'], ADELE);
    assert.equal(payload['unique_name'], ADELE);
    assert.equal(payload['nonce'], 'the nonce');
    assert.equal(payload['preferred_username'], undefined);
    assert.equal((await callGraph(cloud, '/me', body.access_token)).status, 200);
  });

  test('the refresh token serves another resource, and Graph when none is named', async () => {
    const [, first] = await redeem((await signIn()).result.get('code'));
    const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh_token };
    const [, again] = await token(refresh);
    assert.equal(decodeJwt(again.access_token).aud, '00000003-0000-0000-c000-000000000000');
    const [status, refused] = await token({ ...refresh, resource: 'api://orders.contoso.example' });
    assert.equal(status, 400);
    assert.deepEqual(refused.error_codes, [650057], 'not in the registration');
  });

  const refusals: [string, Fields, number][] = [
    ['an unknown resource', { resource: 'https://nothing.example' }, 500011],
    ['a resource that is no word', { resource: 'a b' }, 500011],
    ['an implicit response', { response_type: 'id_token' }, 700054],
  ];
  for (const [what, fields, code] of refusals) {
    test(`${what} is refused by redirect with ${String(code)}`, async () => {
      const { result } = await authorize(fields);
      assert.match(result.get('error_description') ?? '', new RegExp(`^AADSTS${String(code)}: `));
    });
  }

  test('the address in Graph’s WWW-Authenticate is a page of Entra, never plain text', async () => {
    const challenge = (await callGraph(cloud, '/me', undefined)).headers.get('www-authenticate');
    const uri = /authorization_uri="([^"]+)"/.exec(challenge ?? '')?.[1] ?? '';
    const page = await browser.get(uri);
    assert.equal(page.status, 400);
    assert.match(page.text, /AADSTS900144: .*client_id/);
  });

  test('a GET of the token endpoint is refused in JSON (900561), a tenant nobody has (900023)', async () => {
    const got = await fetch(`${cloud.url}/common/oauth2/token`);
    assert.match(await got.text(), /AADSTS900561/);
    const [status, body] = await token({ grant_type: 'authorization_code' }, 'nowhere');
    assert.deepEqual([status, body.error_codes], [400, [900023]]);
  });

  test('the sign-out goes back to the app', async () => {
    await signIn();
    const back = encodeURIComponent(`${APP}/`);
    const { location } = await browser.get(
      `/common/oauth2/logout?post_logout_redirect_uri=${back}&state=x`,
    );
    assert.equal(location, `${APP}/?state=x`);
    assert.match((await authorize()).text, /Pick an account/);
  });
});
