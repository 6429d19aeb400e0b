import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import type * as Msal from '@azure/msal-browser';
import type { Browser, Page } from '@playwright/test';
import { msalAuthority, startLocalCloud } from '../index.ts';
import type { LocalCloud } from '../index.ts';
import { CLIENT } from '../test-browser.ts';
import { launch, signInOn, startBrowserApp } from './browser-app.ts';
import type { BrowserApp } from './browser-app.ts';

const ADELE = 'adele@contoso.example';
const MEGAN = 'megan@contoso.example';
const LIBRARY = '@azure/msal-browser/lib';

// What the page has: the library, and the instance `start` makes.
declare const msal: typeof Msal;
declare const pca: Msal.IPublicClientApplication;

/** The library most apps of this cloud use, in a real browser, without Angular and without this repository's app. */
describe('@azure/msal-browser in Chromium', () => {
  let cloud: LocalCloud;
  let app: BrowserApp;
  let browser: Browser;
  let page: Page;
  before(async () => {
    cloud = await startLocalCloud({ port: 0 });
    app = await startBrowserApp(
      {
        '/': [`${LIBRARY}/msal-browser.min.js`],
        '/redirect.html': [`${LIBRARY}/redirect-bridge/msal-redirect-bridge.min.js`],
      },
      { '/redirect.html': 'msalRedirectBridge.broadcastResponseToMainFrame()' },
    );
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    await app.close();
    await cloud.close();
  });
  beforeEach(async () => {
    cloud.reset();
    page = await browser.newPage();
    await page.goto(app.url);
    await start();
  });
  afterEach(() => page.context().close());

  /** What every page load of an app does. @returns who came back from a redirect */
  const start = (): Promise<string | undefined> =>
    page.evaluate(
      async (configuration) => {
        const instance = await msal.createStandardPublicClientApplication(configuration);
        Object.assign(window, { pca: instance });
        return (await instance.handleRedirectPromise())?.account.username;
      },
      configurationFor(cloud, app),
    );

  const signIn = async (name: string, isNew = true): Promise<string | undefined> => {
    await leave(() => void pca.loginRedirect({ scopes: ['User.Read'], prompt: 'select_account' }));
    await signInOn(page, name, isNew);
    await page.waitForURL(`${app.url}/**`);
    return start();
  };

  /** Calls something that navigates away: the page's answer is not waited for. */
  const leave = async (call: () => void): Promise<void> => {
    await Promise.all([page.waitForURL(`${cloud.url}/**`), page.evaluate(call)]);
  };

  /** @returns an error's code, or who the token is for */
  const silently = (request: Msal.SilentRequest): Promise<string> =>
    page.evaluate(async (asked) => {
      try {
        const { account, fromCache } = await pca.acquireTokenSilent(asked);
        return `${account.username}${fromCache ? ' from the cache' : ''}`;
      } catch (error) {
        return error instanceof msal.AuthError ? `${error.name} ${error.errorCode}` : String(error);
      }
    }, request);

  const accountOf = async (username: string): Promise<Msal.AccountInfo> => {
    const accounts = await page.evaluate(() => pca.getAllAccounts());
    const account = accounts.find((candidate) => candidate.username === username);
    assert.ok(account);
    return account;
  };

  test('signs in by redirect, then answers from its cache and renews by refresh token', async () => {
    assert.equal(await signIn('Adele Vance'), ADELE);
    const account = await accountOf(ADELE);
    assert.equal(await silently({ scopes: ['User.Read'], account }), `${ADELE} from the cache`);
    assert.equal(await silently({ scopes: ['User.Read'], account, forceRefresh: true }), ADELE);
    assert.equal(cloud.log.at(-1)?.form['grant_type'], 'refresh_token');
  });

  test('renews in a hidden iframe through the bridge once the refresh token has expired', async () => {
    await signIn('Adele Vance');
    cloud.faults.expireRefreshTokens();
    const account = await accountOf(ADELE);
    const request = { scopes: ['User.Read'], account, forceRefresh: true };
    assert.equal(await silently({ ...request, redirectUri: `${app.url}/redirect.html` }), ADELE);
    const silent = cloud.log.find(({ query }) => query['prompt'] === 'none');
    assert.match(silent?.decision ?? '', /^code issued silently/);
  });

  test('signs in in a popup through the bridge', async () => {
    const signedIn = page.evaluate(
      (redirectUri) => pca.loginPopup({ scopes: ['User.Read'], redirectUri }),
      `${app.url}/redirect.html`,
    );
    await signInOn(await page.waitForEvent('popup'), 'Adele Vance');
    assert.equal((await signedIn).account.username, ADELE);
  });

  test('learns in the popup that the person declined', async () => {
    const refused = page.evaluate(async (redirectUri) => {
      try {
        return (await pca.loginPopup({ scopes: ['User.Read'], redirectUri })).account.username;
      } catch (error) {
        return error instanceof msal.AuthError ? error.errorCode : String(error);
      }
    }, `${app.url}/redirect.html`);
    const popup = await page.waitForEvent('popup');
    await popup.getByRole('button', { name: 'Adele Vance' }).click();
    await popup.getByRole('button', { name: 'Cancel' }).click();
    assert.equal(await refused, 'access_denied');
  });

  test('keeps several accounts apart, each with tokens of its own', async () => {
    await signIn('Adele Vance');
    assert.equal(await signIn('Megan Bowen'), MEGAN);
    for (const username of [ADELE, MEGAN]) {
      const account = await accountOf(username);
      const request = { scopes: ['User.Read'], account, forceRefresh: true };
      assert.equal(await silently(request), username);
    }
  });

  test('signs one account out without a question and leaves the other signed in', async () => {
    await signIn('Adele Vance');
    await signIn('Megan Bowen');
    const account = await accountOf(MEGAN);
    await page.evaluate((leaving) => void pca.logoutRedirect({ account: leaving }), account);
    await page.waitForURL((url) => url.origin === app.url && url.searchParams.has('state'));
    await start();
    const accounts = await page.evaluate(() => pca.getAllAccounts());
    assert.deepEqual(
      accounts.map(({ username }) => username),
      [ADELE],
    );
    assert.match(cloud.log.at(-1)?.decision ?? '', /signed megan@contoso\.example out/);
  });

  test('asks for interaction when the refresh token is revoked and nobody is signed in', async () => {
    await signIn('Adele Vance');
    cloud.faults.revokeSessions();
    const account = await accountOf(ADELE);
    const redirectUri = `${app.url}/redirect.html`;
    const request = { scopes: ['User.Read'], account, forceRefresh: true, redirectUri };
    // 50173 (bad_token) sends MSAL to the iframe, and that finds nobody signed in.
    assert.equal(await silently(request), 'InteractionRequiredAuthError login_required');
    assert.equal(await ssoSilent(), 'InteractionRequiredAuthError login_required');
  });

  const ssoSilent = (): Promise<string> =>
    page.evaluate(async (redirectUri) => {
      try {
        return (await pca.ssoSilent({ scopes: ['User.Read'], redirectUri })).account.username;
      } catch (error) {
        return error instanceof msal.AuthError ? `${error.name} ${error.errorCode}` : String(error);
      }
    }, `${app.url}/redirect.html`);

  test('finds the session of the other tab silently', async () => {
    await signIn('Adele Vance');
    await page.evaluate(() => {
      sessionStorage.clear();
    });
    await page.reload();
    await start();
    assert.equal(await ssoSilent(), ADELE);
  });

  test('refuses an answer with another nonce or another state', async () => {
    cloud.faults.add({ at: 'token', times: 1, fault: { kind: 'id-token', wrong: 'nonce' } });
    await assert.rejects(signIn('Adele Vance'), /nonce_mismatch/);
    cloud.faults.add({ at: 'authorize', times: 1, fault: { kind: 'reply', wrong: 'state' } });
    await page.goto(app.url);
    await start();
    await assert.rejects(
      signIn('Adele Vance', false),
      /state_mismatch|no_token_request_cache_error/,
    );
  });
});

function configurationFor(cloud: LocalCloud, app: BrowserApp): Msal.Configuration {
  return {
    auth: {
      clientId: CLIENT,
      ...msalAuthority(cloud.url, 'common'),
      redirectUri: `${app.url}/`,
      postLogoutRedirectUri: `${app.url}/`,
    },
  };
}
