import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { decodeJwt } from 'jose';
import { startLocalCloud } from '../../index.ts';
import {
  APP,
  TestBrowser,
  authorizePath,
  redeemCode,
  redeemRefreshToken,
  tokensFor,
} from '../../test-browser.ts';
import { testCloud } from '../../test-cloud.ts';

const ADELE = 'adele@contoso.example';

describe('the rest of the protocol', () => {
  const cloud = testCloud({ askToStaySignedIn: true });
  let browser: TestBrowser;
  beforeEach(() => {
    browser = new TestBrowser(cloud);
  });

  test('form_post answers with a form for the app that submits itself', async () => {
    await browser.submit(await browser.signIn(ADELE), { stay: 'no' });
    const page = await browser.authorize({ response_mode: 'form_post' });
    assert.equal(page.status, 200);
    assert.match(page.text, new RegExp(`action="${APP}/"`));
    assert.match(page.text, /name="code" value="1\./);
    assert.match(page.text, /name="state" value="the state"/);
    assert.match(
      page.headers.get('content-security-policy') ?? '',
      /script-src 'self'.*form-action 'self' http:\/\/localhost:3000/,
    );
  });

  test('authorize takes POST as well as GET', async () => {
    const path = authorizePath();
    const fields = Object.fromEntries(new URLSearchParams(path.split('?')[1]));
    const page = await browser.post(path.split('?')[0] ?? '', fields);
    assert.match(page.text, /Pick an account/);
  });

  test('"Stay signed in?" makes the cookie outlive the browser', async () => {
    const page = await browser.signIn(ADELE);
    assert.match(page.text, /<h1>Stay signed in\?<\/h1>/);
    const id = /action="(\/interaction\/[^"]+)"/.exec(page.text)?.[1] ?? '';
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const answer = await browser.post(id, { csrf, stay: 'yes' });
    assert.match(answer.headers.get('set-cookie') ?? '', /Max-Age=7776000/);
    const { result } = await browser.get(answer.location);
    const { body } = await redeemCode(cloud, result.get('code'));
    assert.deepEqual(decodeJwt(body.id_token)['signin_state'], ['kmsi']);
    assert.deepEqual(decodeJwt(body.access_token)['signin_state'], ['kmsi']);
  });

  test('prompt=consent and "Stay signed in?" ask again when another account is chosen', async () => {
    for (const username of [ADELE, 'megan@contoso.example']) {
      await browser.submit(await browser.signIn(username, { prompt: 'select_account' }), {
        stay: 'no',
      });
    }
    const picker = await browser.authorize({ prompt: 'consent' });
    const consent = await browser.submit(picker, { username: ADELE });
    const stay = await browser.submit(consent, { decision: 'accept' });
    assert.match(stay.text, /<h1>Stay signed in\?<\/h1>/);
    const again = await browser.submit(picker, { username: 'megan@contoso.example' });
    assert.match(again.text, /<h1>Permissions requested<\/h1>/);
    const stayToo = await browser.submit(again, { decision: 'accept' });
    assert.match(stayToo.text, /<h1>Stay signed in\?<\/h1>/);
  });

  test('the answer to "Stay signed in?" is taken only when it was asked', async () => {
    const page = await browser.authorize();
    const path = `${/action="([^"]+)\/account"/.exec(page.text)?.[1] ?? ''}/stay`;
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1];
    const answer = await browser.post(path, { csrf, stay: 'yes' });
    assert.equal(answer.status, 400);
    assert.match(answer.text, /AADSTS165000/);
  });

  test('an account can be signed out from the picker', async () => {
    await browser.submit(await browser.signIn(ADELE), { stay: 'no' });
    const page = await browser.authorize({ prompt: 'select_account' });
    const [, person = '', action = ''] =
      /name="forget"\s+value="([^"]+)"\s+formaction="([^"]+)"/.exec(page.text) ?? [];
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const { location } = await browser.post(action, { csrf, forget: person });
    assert.doesNotMatch((await browser.get(location)).text, /<h2>Signed in<\/h2>/);
    assert.equal(
      (await browser.authorize({ prompt: 'none' })).result.get('error'),
      'login_required',
    );
  });

  test('domain_hint leaves the accounts of other domains out', async () => {
    await browser.submit(await browser.signIn(ADELE), { stay: 'no' });
    const hint = (domain: string) => ({ prompt: 'none', domain_hint: domain });
    assert.ok((await browser.authorize(hint('contoso.onmicrosoft.com'))).result.get('code'));
    for (const domain of ['fabrikam.example', 'consumers']) {
      const { result } = await browser.authorize(hint(domain));
      assert.equal(result.get('error'), 'login_required', domain);
    }
  });

  test('an authentication context brings a second factor, and only then is in the tokens', async () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    const first = await browser.submit(await browser.signIn(ADELE), { stay: 'no' });
    const plain = (await redeemCode(cloud, first.result.get('code'))).body;
    const refused = await redeemRefreshToken(cloud, plain.refresh_token, { claims });
    assert.deepEqual(refused.body.error_codes, [50076]);
    assert.match(String(refused.body['claims']), /"capolids"/);
    const silent = await browser.authorize({ claims, prompt: 'none' });
    assert.equal(silent.result.get('error'), 'interaction_required');
    const page = await browser.authorize({ claims });
    assert.match(page.text, /<h1>Approve sign in request<\/h1>/);
    const { result } = await browser.submit(page, {});
    const { body } = await redeemCode(cloud, result.get('code'));
    assert.deepEqual(decodeJwt(body.access_token)['acrs'], ['c1']);
    assert.deepEqual(decodeJwt(body.access_token)['amr'], ['pwd', 'mfa']);
    const renewed = await redeemRefreshToken(cloud, body.refresh_token, { claims });
    assert.deepEqual(decodeJwt(renewed.body.access_token)['acrs'], ['c1']);
  });

  test('userinfo answers for the token with the subject of the ID token', async () => {
    const plain = await startLocalCloud({ port: 0 });
    const scope = 'openid profile email';
    const { access_token, id_token } = await tokensFor(plain, ADELE, { scope });
    const response = await fetch(`${plain.url}/oidc/userinfo`, {
      headers: { authorization: `Bearer ${access_token}` },
    });
    assert.deepEqual(await response.json(), {
      sub: decodeJwt(id_token).sub,
      name: 'Adele Vance',
      family_name: 'Vance',
      given_name: 'Adele',
      picture: `${plain.url}/v1.0/me/photo/$value`,
      email: ADELE,
    });
    assert.equal((await fetch(`${plain.url}/oidc/userinfo`)).status, 401);
    await plain.close();
  });

  test('instance discovery knows this host and no other (50049)', async () => {
    const ask = (host: string) =>
      fetch(
        `${cloud.url}/common/discovery/instance?api-version=1.1&authorization_endpoint=https://${host}/common/oauth2/v2.0/authorize`,
      );
    const { host } = new URL(cloud.url);
    assert.deepEqual(await (await ask(host)).json(), {
      tenant_discovery_endpoint: `${cloud.url}/common/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
    });
    const unknown = await ask('login.evil.example');
    assert.equal(unknown.status, 400);
    assert.match(await unknown.text(), /AADSTS50049/);
  });

  test('error_uri leads to a page that says what to do', async () => {
    const page = await browser.get('/error?code=9002326');
    assert.equal(page.status, 200);
    assert.match(page.text, /Register the redirect URI under the platform Single-page application/);
    assert.doesNotMatch((await browser.get('/error?code=<script>')).text, /<script/);
  });
});
