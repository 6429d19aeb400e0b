import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import type { FaultRule } from '../index.ts';
import { TestBrowser, redeemCode, tokensFor } from '../test-browser.ts';
import { testCloud } from '../test-cloud.ts';

const ADELE = 'adele@contoso.example';

describe('faults of protocol', () => {
  const cloud = testCloud();
  const claims: [string, (id: string) => void][] = [
    [
      'nonce',
      (id) => {
        assert.equal(decodeJwt(id)['nonce'], 'not-the-nonce');
      },
    ],
    [
      'no-nonce',
      (id) => {
        assert.equal(decodeJwt(id)['nonce'], undefined);
      },
    ],
    [
      'aud',
      (id) => {
        assert.match(String(decodeJwt(id).aud), /^ffffffff/);
      },
    ],
    [
      'iss',
      (id) => {
        assert.match(String(decodeJwt(id).iss), /evil\.example/);
      },
    ],
    [
      'tid',
      (id) => {
        assert.match(String(decodeJwt(id)['tid']), /^ffffffff/);
      },
    ],
    [
      'exp',
      (id) => {
        assert.ok(Number(decodeJwt(id).exp) < 1_600_000_000);
      },
    ],
    [
      'no-iat',
      (id) => {
        assert.equal(decodeJwt(id).iat, undefined);
      },
    ],
    [
      'no-sub',
      (id) => {
        assert.equal(decodeJwt(id).sub, undefined);
      },
    ],
    [
      'alg-none',
      (id) => {
        assert.equal(decodeProtectedHeader(id).alg, 'none');
      },
    ],
    [
      'kid',
      (id) => {
        assert.match(String(decodeProtectedHeader(id).kid), /nobody/);
      },
    ],
  ];
  for (const [wrong, check] of claims) {
    test(`an ID token with a wrong ${wrong}`, async () => {
      cloud.faults.add({ at: 'token', fault: { kind: 'id-token', wrong } as FaultRule['fault'] });
      check((await tokensFor(cloud, ADELE)).id_token);
    });
  }

  test('an ID token whose signature does not verify', async () => {
    cloud.faults.add({ at: 'token', fault: { kind: 'id-token', wrong: 'signature' } });
    const { id_token } = await tokensFor(cloud, ADELE);
    const keys = createRemoteJWKSet(new URL(`${cloud.url}/common/discovery/v2.0/keys`));
    await assert.rejects(jwtVerify(id_token, keys), {
      code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    });
  });

  const state = Buffer.from('{"id":"abc","meta":{}}').toString('base64');
  const replies: [string, (result: URLSearchParams) => void][] = [
    [
      'state',
      (r) => {
        assert.match(atob(r.get('state') ?? ''), /^\{"id":"ffffffff.*"meta"/);
      },
    ],
    [
      'unreadable-state',
      (r) => {
        assert.equal(r.get('state'), '%%%');
      },
    ],
    [
      'no-state',
      (r) => {
        assert.equal(r.has('state'), false);
      },
    ],
    [
      'code',
      (r) => {
        assert.match(r.get('code') ?? '', /^1\.A+$/);
      },
    ],
    [
      'nothing',
      (r) => {
        assert.equal(r.size, 0);
      },
    ],
  ];
  for (const [wrong, check] of replies) {
    test(`a way back to the app with a wrong ${wrong}, pages in between or not`, async () => {
      const browser = new TestBrowser(cloud);
      const rule = { at: 'authorize', fault: { kind: 'reply', wrong } } as FaultRule;
      cloud.faults.add({ ...rule, times: 1 });
      check((await browser.signIn(ADELE, { state })).result);
      cloud.faults.add(rule);
      check((await browser.authorize({ state, prompt: 'none' })).result);
    });
  }

  test('an authorize request can be declined at once, with any text', async () => {
    const description = '<img src=x onerror=alert(1)>';
    const fault = {
      kind: 'entra-error',
      code: 65004,
      error: 'access_denied',
      description,
    } as const;
    cloud.faults.add({ at: 'authorize', fault });
    const { result } = await new TestBrowser(cloud).authorize();
    assert.equal(result.get('error'), 'access_denied');
    assert.match(result.get('error_description') ?? '', /^AADSTS65004: <img src=x/);
  });

  test('a token request can meet any AADSTS error, suberror and claims included', async () => {
    cloud.faults.add({
      at: 'token',
      fault: {
        kind: 'entra-error',
        code: 50076,
        error: 'interaction_required',
        suberror: 'basic_action',
        claims: '{"a":1}',
      },
    });
    const { status, body } = await redeemCode(cloud, 'x');
    assert.equal(status, 400);
    assert.deepEqual(body.error_codes, [50076]);
    assert.equal(body.suberror, 'basic_action');
    assert.equal(body['claims'], '{"a":1}');
  });
});
