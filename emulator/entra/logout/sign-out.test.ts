import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { APP, CONTOSO, TestBrowser, redeemCode, redeemRefreshToken } from '../../test-browser.ts';
import { testCloud } from '../../test-cloud.ts';

const LOGOUT = '/common/oauth2/v2.0/logout';

describe('signing out', () => {
  const cloud = testCloud();
  let browser: TestBrowser;
  beforeEach(() => {
    browser = new TestBrowser(cloud);
  });

  const isSignedIn = async (username: string): Promise<boolean> => {
    const { result } = await browser.authorize({ prompt: 'none', login_hint: username });
    return result.get('error') !== 'login_required';
  };

  test('ends the session and returns to a registered address with the state', async () => {
    await browser.signIn('adele@contoso.example');
    const back = encodeURIComponent(`${APP}/`);
    const answer = await browser.get(`${LOGOUT}?post_logout_redirect_uri=${back}&state=s1`);
    assert.equal(answer.status, 302);
    assert.equal(answer.location, `${APP}/?state=s1`);
    assert.equal(await isSignedIn('adele@contoso.example'), false);
  });

  test('ends the session but stays here when the address is not registered', async () => {
    await browser.signIn('adele@contoso.example');
    const answer = await browser.get(`${LOGOUT}?post_logout_redirect_uri=https://evil.test/`);
    assert.equal(answer.status, 200);
    assert.equal(answer.location, '');
    assert.match(answer.text, /You signed out of your account/);
    assert.equal(await isSignedIn('adele@contoso.example'), false);
  });

  test('leaves refresh tokens alone, as Entra does', async () => {
    const { result } = await browser.signIn('adele@contoso.example');
    const { body } = await redeemCode(cloud, result.get('code'));
    await browser.get(LOGOUT);
    assert.equal((await redeemRefreshToken(cloud, body.refresh_token)).status, 200);
  });

  describe('with two accounts', () => {
    let hint = '';
    beforeEach(async () => {
      const { result } = await browser.signIn('adele@contoso.example');
      const { body } = await redeemCode(cloud, result.get('code'));
      hint = /"login_hint":"([^"]+)"/.exec(atob(body.id_token.split('.')[1] ?? ''))?.[1] ?? '';
      await browser.signIn('megan@contoso.example', { prompt: 'select_account' });
    });

    test('asks which one, and signs only that one out', async () => {
      const page = await browser.get(`${LOGOUT}?post_logout_redirect_uri=${APP}/&state=s2`);
      assert.match(page.text, /Which account do you want to sign out of/);
      const account = /name="account" value="([^"]+)"[^]*?adele@/.exec(page.text)?.[1] ?? '';
      const answer = await browser.submit(page, { account });
      assert.equal(answer.location, `${APP}/?state=s2`);
      assert.equal(await isSignedIn('adele@contoso.example'), false);
      assert.equal(await isSignedIn('megan@contoso.example'), true);
    });

    test('logout_hint with the login_hint claim skips the question', async () => {
      await browser.get(`${LOGOUT}?logout_hint=${hint}`);
      assert.equal(await isSignedIn('adele@contoso.example'), false);
      assert.equal(await isSignedIn('megan@contoso.example'), true);
    });

    test('logout_hint for a person who is signed out already signs out nobody else', async () => {
      await browser.get(`${LOGOUT}?logout_hint=${hint}`);
      await browser.get(`${LOGOUT}?logout_hint=${hint}`);
      assert.equal(await isSignedIn('megan@contoso.example'), true);
    });

    test('the answer of another browser is refused (165000)', async () => {
      const page = await browser.get(LOGOUT);
      const answer = await new TestBrowser(cloud).submit(page, {});
      assert.equal(answer.status, 400);
      assert.match(answer.text, /AADSTS165000/);
    });
  });

  test('tells the apps the account used, in frames, before it goes back', async () => {
    const expenses = {
      client_id: '33334444-dddd-5555-eeee-6666ffff7777',
      redirect_uri: `${APP}/expenses`,
    };
    const { result } = await browser.signIn('adele@contoso.example', expenses, CONTOSO);
    const page = await browser.get(`${LOGOUT}?post_logout_redirect_uri=${APP}/`);
    assert.equal(page.status, 200);
    const frame = /<iframe src="([^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const told = new URL(frame);
    assert.equal(told.origin + told.pathname, `${APP}/expenses/signed-out`);
    assert.equal(told.searchParams.get('sid'), result.get('session_state'));
    assert.equal(told.searchParams.get('iss'), `${cloud.url}/${CONTOSO}/v2.0`);
    assert.match(page.text, new RegExp(`rel="next" href="${APP}/"`));
    assert.match(
      page.headers.get('content-security-policy') ?? '',
      /frame-src http:\/\/localhost:3000;/,
    );
    assert.equal(await isSignedIn('adele@contoso.example'), false);
  });
});
