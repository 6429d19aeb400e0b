import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import {
  APP,
  CLIENT,
  CONTOSO,
  FABRIKAM,
  TestBrowser,
  redeem,
  redeemCode,
} from '../../test-browser.ts';
import type { Fields, TokenAnswer } from '../../test-browser.ts';
import { testCloud } from '../../test-cloud.ts';

describe('redeeming a code', () => {
  const cloud = testCloud({ clock: () => now });
  let now = Date.now();

  const codeFor = async (overrides: Fields = {}): Promise<string | null> => {
    const browser = new TestBrowser(cloud);
    return (await browser.signIn('adele@contoso.example', overrides)).result.get('code');
  };

  const assertRefused = (
    { status, body }: TokenAnswer,
    error: string,
    code: number,
    text: RegExp,
  ) => {
    assert.equal(status, 400);
    assert.equal(body.error, error);
    assert.deepEqual(body.error_codes, [code]);
    assert.match(body.error_description, new RegExp(`^AADSTS${String(code)}: `));
    assert.match(body.error_description, text);
    assert.equal(body.access_token, undefined);
  };

  test('answers with the tokens, the lifetimes and client_info of the real endpoint', async () => {
    const { status, headers, body } = await redeemCode(cloud, await codeFor());
    assert.equal(status, 200);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.match(headers.get('x-ms-request-id') ?? '', /^[0-9a-f-]{36}$/);
    assert.equal(body['token_type'], 'Bearer');
    assert.equal(body['expires_in'], 3599);
    assert.equal(body['ext_expires_in'], 3599);
    assert.equal(body['refresh_token_expires_in'], 86399);
    assert.equal(body.scope, 'openid profile User.Read');
    assert.match(String(body['client_info']), /^[\w-]+$/);
  });

  test('the ID token verifies against the published keys and says what it must', async () => {
    const { body } = await redeemCode(cloud, await codeFor());
    const keys = createRemoteJWKSet(new URL(`${cloud.url}/${CONTOSO}/discovery/v2.0/keys`));
    const { payload, protectedHeader } = await jwtVerify(body.id_token, keys, {
      issuer: `${cloud.url}/${CONTOSO}/v2.0`,
      audience: CLIENT,
    });
    assert.equal(protectedHeader.alg, 'RS256');
    assert.equal(payload['nonce'], 'the nonce');
    assert.equal(payload['tid'], CONTOSO);
    assert.equal(payload['preferred_username'], 'adele@contoso.example');
    assert.equal(payload['name'], 'Adele Vance');
    assert.equal(payload['ver'], '2.0');
    assert.match(String(payload['sid']), /^[0-9a-f-]{36}$/);
    assert.match(String(payload['login_hint']), /^O\./);
    assert.notEqual(payload.sub, payload['oid'], 'the subject is pairwise');
  });

  test('the Graph token is a version 1 token with every consented permission', async () => {
    const { body } = await redeemCode(
      cloud,
      await codeFor({ scope: 'User.Read Mail.Read openid' }),
    );
    const keys = createRemoteJWKSet(new URL(`${cloud.url}/common/discovery/v2.0/keys`));
    const { payload } = await jwtVerify(body.access_token, keys, {
      issuer: `${cloud.url}/${CONTOSO}/`,
      audience: '00000003-0000-0000-c000-000000000000',
    });
    assert.equal(payload['scp'], 'Mail.Read openid User.Read');
    assert.equal(payload['appid'], CLIENT);
    assert.equal(payload['ver'], '1.0');
  });

  const forms: [string, string][] = [
    ['User.Read', 'User.Read'],
    ['https://graph.microsoft.com/User.Read', 'https://graph.microsoft.com/User.Read'],
    [
      'https://graph.microsoft.com/.default',
      'https://graph.microsoft.com/User.Read https://graph.microsoft.com/.default',
    ],
  ];
  for (const [asked, answered] of forms) {
    test(`echoes the scope in the form it was asked for: ${asked}`, async () => {
      const { body } = await redeemCode(cloud, await codeFor({ scope: asked }), { scope: asked });
      assert.equal(body.scope, answered);
    });
  }

  test('issues a refresh token only when offline_access was asked for', async () => {
    const { body } = await redeemCode(cloud, await codeFor({ scope: 'User.Read' }));
    assert.equal(body.refresh_token, undefined);
    assert.equal(body.id_token, undefined);
  });

  test('a code is worth one redemption (54005)', async () => {
    const code = await codeFor();
    await redeemCode(cloud, code);
    assertRefused(await redeemCode(cloud, code), 'invalid_grant', 54005, /already redeemed/);
  });

  test('a code is spent even when the check after it fails', async () => {
    const code = await codeFor();
    const wrong = await redeemCode(cloud, code, { code_verifier: 'w'.repeat(43) });
    assertRefused(wrong, 'invalid_grant', 501481, /does not match the code_challenge/);
    assertRefused(await redeemCode(cloud, code), 'invalid_grant', 54005, /already redeemed/);
  });

  test('a code lives 60 seconds (70008)', async () => {
    const code = await codeFor();
    now += 60_001;
    assertRefused(await redeemCode(cloud, code), 'invalid_grant', 70008, /has expired/);
  });

  const refusals: [string, Fields, string, number, RegExp][] = [
    ['no verifier', { code_verifier: undefined }, 'invalid_request', 900144, /'code_verifier'/],
    ['no code', { code: undefined }, 'invalid_request', 900144, /'code'/],
    ['no redirect URI', { redirect_uri: undefined }, 'invalid_request', 900144, /'redirect_uri'/],
    [
      'another redirect URI',
      { redirect_uri: `${APP}/redirect.html` },
      'invalid_grant',
      500112,
      /reply address/,
    ],
    ['no client', { client_id: undefined }, 'invalid_request', 900144, /'client_id'/],
    ['an unknown client', { client_id: 'nobody' }, 'unauthorized_client', 700016, /'nobody'/],
    ['no grant type', { grant_type: undefined }, 'invalid_request', 900144, /'grant_type'/],
    ['a password', { grant_type: 'password' }, 'unsupported_grant_type', 70003, /'password'/],
    [
      'a permission nobody granted',
      { scope: 'Mail.Read' },
      'invalid_grant',
      65001,
      /has not consented/,
    ],
    [
      'two resources',
      { scope: 'User.Read api://orders.contoso.example/Orders.Read' },
      'invalid_request',
      28000,
      /more than one resource/,
    ],
  ];
  for (const [what, overrides, error, number, text] of refusals) {
    test(`refuses ${what} with ${error} ${String(number)}`, async () => {
      assertRefused(await redeemCode(cloud, await codeFor(), overrides), error, number, text);
    });
  }

  test('a code that was never issued is invalid (70000), a malformed one 9002313', async () => {
    const invented = await redeemCode(cloud, `1.${'A'.repeat(64)}`);
    assertRefused(invented, 'invalid_grant', 70000, /'code' parameter is not valid/);
    const malformed = await redeemCode(cloud, 'not a code');
    assertRefused(malformed, 'invalid_grant', 9002313, /malformed or invalid/);
  });

  test('a single-page application redeems from a browser only (9002327)', async () => {
    const answer = await redeemCode(cloud, await codeFor(), {}, { origin: null });
    assertRefused(answer, 'invalid_request', 9002327, /only be redeemed via cross-origin/);
  });

  test('another tenant cannot redeem it (50020)', async () => {
    const answer = await redeemCode(cloud, await codeFor(), {}, { tenant: FABRIKAM });
    assertRefused(answer, 'invalid_grant', 50020, /does not exist in tenant 'Fabrikam'/);
  });

  test('an error carries trace, correlation, timestamp and the page that explains it', async () => {
    const { body } = await redeem(cloud, { grant_type: 'authorization_code' });
    assert.deepEqual(Object.keys(body), [
      ...['error', 'error_description', 'error_codes', 'timestamp', 'trace_id'],
      ...['correlation_id', 'error_uri'],
    ]);
    assert.equal(body['error_uri'], `${cloud.url}/error?code=900144`);
    assert.ok(body.error_description.includes(`Trace ID: ${String(body['trace_id'])} `));
  });

  test('only POST is taken (900561), and only as a form (9002313)', async () => {
    const address = `${cloud.url}/common/oauth2/v2.0/token`;
    const get = await fetch(address);
    assert.equal(get.status, 400);
    assert.match(await get.text(), /AADSTS900561: The endpoint only accepts POST requests/);
    const json = await fetch(address, { method: 'POST', body: '{}' });
    assert.match(await json.text(), /AADSTS9002313/);
  });

  test('a claims challenge makes a revocable token with a long life', async () => {
    const claims = '{"access_token":{"xms_cc":{"values":["CP1"]}}}';
    const { body } = await redeemCode(cloud, await codeFor({ claims }), { claims });
    assert.equal(body['expires_in'], 28 * 3600 - 1);
    assert.match(atob(body.access_token.split('.')[1] ?? ''), /"xms_cc":\["CP1"\]/);
  });

  test('the log tells what was decided and hides the secrets', async () => {
    const code = await codeFor();
    await redeemCode(cloud, code);
    const text = JSON.stringify(cloud.log);
    assert.match(text, /tokens issued to adele@contoso\.example for a code/);
    assert.ok(!text.includes(code ?? ''), 'the code must not be readable in the log');
  });
});
