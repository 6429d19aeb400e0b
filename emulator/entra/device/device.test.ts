import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { decodeJwt } from 'jose';
import { CLIENT, TestBrowser } from '../../test-browser.ts';
import type { Fields, TokenBody } from '../../test-browser.ts';
import { testCloud } from '../../test-cloud.ts';

const COMMAND_LINE = '22223333-cccc-4444-dddd-5555eeee6666';
const GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
const PAGE = '/common/oauth2/deviceauth';

interface DeviceAnswer {
  readonly user_code: string;
  readonly device_code: string;
  readonly verification_uri: string;
  readonly expires_in: number;
  readonly interval: number;
  readonly message: string;
}

describe('signing in on another device (RFC 8628)', () => {
  const cloud = testCloud({ clock: () => now });
  let now = 1_800_000_000_000;
  let browser: TestBrowser;
  beforeEach(() => {
    browser = new TestBrowser(cloud);
  });

  const post = async (endpoint: string, fields: Fields, headers: Record<string, string> = {}) => {
    const given = Object.entries(fields).filter(([, value]) => value !== undefined);
    const response = await fetch(`${cloud.url}/organizations/oauth2/v2.0/${endpoint}`, {
      method: 'POST',
      body: new URLSearchParams(given as [string, string][]),
      headers,
    });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  const begin = async (fields: Fields = {}): Promise<DeviceAnswer> => {
    const scope = 'openid profile offline_access User.Read';
    const { body } = await post('devicecode', { client_id: COMMAND_LINE, scope, ...fields });
    return body as DeviceAnswer;
  };
  const poll = async (code: string, fields: Fields = {}, headers: Record<string, string> = {}) => {
    const asked = { client_id: COMMAND_LINE, grant_type: GRANT, device_code: code, ...fields };
    const { status, body } = await post('token', asked, headers);
    return { status, body: body as TokenBody };
  };
  const enter = async (userCode: string) => {
    const { location } = await browser.post(PAGE, { user_code: userCode });
    return browser.get(location);
  };
  const approve = async (userCode: string) => {
    const consent = await browser.submit(await enter(userCode), {
      username: 'adele@contoso.example',
    });
    return browser.submit(consent, { decision: 'accept' });
  };

  test('says which code to enter where, for how long', async () => {
    const answer = await begin();
    assert.match(answer.user_code, /^[A-Z0-9]{9}$/);
    assert.equal(answer.verification_uri, `${cloud.url}${PAGE}`);
    assert.deepEqual([answer.expires_in, answer.interval], [900, 5]);
    assert.ok(answer.message.includes(answer.verification_uri));
    assert.ok(answer.message.includes(answer.user_code));
    const path = '/organizations/v2.0/.well-known/openid-configuration';
    const metadata = (await (await fetch(`${cloud.url}${path}`)).json()) as Fields;
    assert.equal(
      metadata['device_authorization_endpoint'],
      `${cloud.url}/organizations/oauth2/v2.0/devicecode`,
    );
  });

  test('is pending (70016) until somebody enters the code and signs in; then there are tokens, once', async () => {
    const { user_code: userCode, device_code: code } = await begin();
    const pending = await poll(code);
    assert.deepEqual([pending.status, pending.body.error], [400, 'authorization_pending']);
    assert.deepEqual(pending.body.error_codes, [70016]);
    assert.match((await browser.get(PAGE)).text, /<h1>Enter code<\/h1>/);
    const { location } = await approve(userCode.toLowerCase());
    const done = await browser.get(location);
    assert.match(done.text, /You have signed in to the Contoso command line application/);
    const { status, body } = await poll(code);
    assert.equal(status, 200);
    assert.equal(decodeJwt(body.id_token)['preferred_username'], 'adele@contoso.example');
    assert.ok(body.refresh_token);
    assert.deepEqual((await poll(code)).body.error_codes, [70018]);
  });

  test('asks for the account even of somebody signed in: a code may come from a stranger', async () => {
    await approve((await begin()).user_code);
    const page = await enter((await begin()).user_code);
    assert.match(page.text, /Pick an account/);
    assert.match(page.text, /Contoso command line/);
  });

  test('is declined with the consent (65004)', async () => {
    const { user_code: userCode, device_code: code } = await begin();
    const consent = await browser.submit(await enter(userCode), {
      username: 'adele@contoso.example',
    });
    const { location } = await browser.submit(consent, { decision: 'cancel' });
    assert.match((await browser.get(location)).text, /The sign-in was declined/);
    const { body } = await poll(code);
    assert.deepEqual([body.error, body.error_codes], ['authorization_declined', [65004]]);
  });

  test('ends after fifteen minutes (70019)', async () => {
    const { user_code: userCode, device_code: code } = await begin();
    now += 901_000;
    const { body } = await poll(code);
    assert.deepEqual([body.error, body.error_codes], ['expired_token', [70019]]);
    const page = await browser.post(PAGE, { user_code: userCode });
    assert.match(page.text, /role="alert".*did not work/s);
  });

  const refusals: [string, Fields, Record<string, string>, number][] = [
    ['a code nobody was given', { device_code: 'x' }, {}, 70018],
    ['another app', { client_id: CLIENT }, {}, 70018],
    ['no code', { device_code: undefined }, {}, 900144],
    ['a secret', { client_secret: 'x' }, {}, 700025],
    ['a browser', {}, { origin: 'http://localhost:3000' }, 9002326],
  ];
  for (const [what, fields, headers, number] of refusals) {
    test(`${what} is refused with ${String(number)}`, async () => {
      const { device_code: code } = await begin();
      assert.deepEqual((await poll(code, fields, headers)).body.error_codes, [number]);
    });
  }

  test('an app that is no public client is told so when it polls (7000218)', async () => {
    const { device_code: code } = await begin({ client_id: CLIENT });
    const { status, body } = await poll(code, { client_id: CLIENT });
    assert.deepEqual([status, body.error_codes], [401, [7000218]]);
  });

  test('asks for a client and for permissions there are', async () => {
    const codes = async (fields: Fields) =>
      ((await post('devicecode', fields)).body as TokenBody).error_codes;
    assert.deepEqual(await codes({ scope: 'openid' }), [900144]);
    assert.deepEqual(await codes({ client_id: COMMAND_LINE, scope: 'No.Such' }), [650053]);
    const got = await fetch(`${cloud.url}/common/oauth2/v2.0/devicecode`);
    assert.match(await got.text(), /AADSTS900561/);
  });
});
