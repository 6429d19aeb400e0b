import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import type * as Oidc from 'oidc-client-ts';
import type { Browser, Page } from '@playwright/test';
import { startLocalCloud } from '../index.ts';
import type { LocalCloud } from '../index.ts';
import { CLIENT, CONTOSO } from '../test-browser.ts';
import { launch, signInOn, startBrowserApp } from './browser-app.ts';
import type { BrowserApp } from './browser-app.ts';

const ADELE = 'adele@contoso.example';
const LIBRARY = 'oidc-client-ts/dist/browser/oidc-client-ts.min.js';

// What the page has: the library, and the manager `start` makes.
declare const oidc: typeof Oidc;
declare const manager: Oidc.UserManager;

/** The library of single-page applications that are not tied to Microsoft, in a real browser. */
describe('oidc-client-ts in Chromium', () => {
  let cloud: LocalCloud;
  let app: BrowserApp;
  let browser: Browser;
  let page: Page;
  before(async () => {
    cloud = await startLocalCloud({ port: 0 });
    app = await startBrowserApp(
      { '/': [LIBRARY], '/redirect.html': [LIBRARY] },
      { '/redirect.html': 'new oidc.UserManager({}).signinCallback()' },
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

  const start = (): Promise<void> =>
    page.evaluate(
      (settings) => {
        Object.assign(window, { manager: new oidc.UserManager(settings) });
      },
      settingsFor(cloud, app),
    );

  const signIn = async (): Promise<void> => {
    await Promise.all([
      page.waitForURL(`${cloud.url}/**`),
      page.evaluate(() => void manager.signinRedirect({ prompt: 'select_account', nonce: 'n-1' })),
    ]);
    await signInOn(page, 'Adele Vance');
    await page.waitForURL(`${app.url}/**`);
    await start();
  };

  /** @returns who signed in, or why nobody did */
  const callback = (): Promise<string> =>
    page.evaluate(async () => {
      try {
        const { profile } = (await manager.signinCallback()) ?? {};
        return `${String(profile?.preferred_username)} ${String(profile?.picture)}`;
      } catch (error) {
        return String(error);
      }
    });

  /** @returns the new access token's permissions, or why there is none */
  const renew = (): Promise<string> =>
    page.evaluate(async () => {
      try {
        return (await manager.signinSilent({ nonce: 'n-2' }))?.scope ?? 'nobody';
      } catch (error) {
        return String(error);
      }
    });

  const forgetRefreshToken = (): Promise<void> =>
    page.evaluate(async () => {
      const user = await manager.getUser();
      await manager.storeUser(user && Object.assign(user, { refresh_token: undefined }));
    });

  test('signs in by redirect and adds the userinfo of the same subject', async () => {
    await signIn();
    assert.equal(await callback(), `${ADELE} ${cloud.url}/v1.0/me/photo/$value`);
  });

  /** @returns who signed in in the window, or why nobody did */
  const signInByPopup = async (inWindow: (popup: Page) => Promise<void>): Promise<string> => {
    const [popup, profile] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluateHandle(() => ({
        name: manager
          .signinPopup({ prompt: 'select_account' })
          .then((user) => String(user.profile.preferred_username), String),
      })),
    ]);
    const closed = popup.waitForEvent('close');
    await inWindow(popup);
    await closed;
    return profile.evaluate(({ name }) => name);
  };

  test('signs in in a window that closes itself', async () => {
    const name = await signInByPopup((popup) => signInOn(popup, 'Adele Vance'));
    assert.equal(name, ADELE);
  });

  test('is told when the person declines in the window', async () => {
    const declined = await signInByPopup(async (popup) => {
      await popup.getByRole('button', { name: 'Adele Vance' }).click();
      await popup.getByRole('button', { name: 'Cancel' }).click();
    });
    assert.match(declined, /AADSTS65004/);
  });

  test('renews with its refresh token', async () => {
    await signIn();
    await callback();
    assert.match(await renew(), /User\.Read/);
    assert.equal(cloud.log.at(-1)?.path, '/oidc/userinfo');
    assert.ok(cloud.log.some(({ form }) => form['grant_type'] === 'refresh_token'));
  });

  test('renews in a hidden iframe when it has no refresh token', async () => {
    await signIn();
    await callback();
    await forgetRefreshToken();
    assert.match(await renew(), /User\.Read/);
    assert.ok(cloud.log.some(({ query }) => query['prompt'] === 'none'));
    cloud.faults.endBrowserSessions();
    await forgetRefreshToken();
    assert.match(await renew(), /AADSTS50058/);
  });

  test('signs out and comes back with its state', async () => {
    await signIn();
    await callback();
    await page.evaluate(() => void manager.signoutRedirect({ state: 'where I was' }));
    await page.waitForURL((url) => url.origin === app.url && !url.searchParams.has('code'));
    await start();
    const userState = await page.evaluate(async () => (await manager.signoutCallback())?.userState);
    assert.equal(userState, 'where I was');
    assert.equal(await page.evaluate(async () => (await manager.getUser()) === null), true);
  });

  test('refuses the reply to another request', async () => {
    cloud.faults.add({ at: 'authorize', fault: { kind: 'reply', wrong: 'state' } });
    await signIn();
    assert.match(await callback(), /No matching state found in storage/);
  });

  test('refuses another nonce and an ID token without a subject', async () => {
    const undo = cloud.faults.add({ at: 'token', fault: { kind: 'id-token', wrong: 'nonce' } });
    await signIn();
    assert.match(await callback(), /nonce/i);
    undo();
    cloud.faults.add({ at: 'token', fault: { kind: 'id-token', wrong: 'no-sub' } });
    await page.goto(app.url);
    await start();
    await Promise.all([
      page.waitForURL((url) => url.origin === app.url && url.searchParams.has('code')),
      page.evaluate(() => void manager.signinRedirect()),
    ]);
    await start();
    assert.match(await callback(), /sub/);
  });

  test('is told by the token endpoint that its code was spent', async () => {
    await signIn();
    await page.evaluate((codeEndpoint) => {
      const code = new URLSearchParams(location.search).get('code') ?? '';
      const body = new URLSearchParams({ code, grant_type: 'authorization_code' });
      body.set('client_id', manager.settings.client_id);
      return fetch(codeEndpoint, { method: 'POST', body }).then(() => undefined);
    }, `${cloud.url}/${CONTOSO}/oauth2/v2.0/token`);
    assert.match(await callback(), /AADSTS54005/);
  });
});

function settingsFor(cloud: LocalCloud, app: BrowserApp): Oidc.UserManagerSettings {
  return {
    authority: `${cloud.url}/${CONTOSO}/v2.0`,
    client_id: CLIENT,
    redirect_uri: `${app.url}/`,
    popup_redirect_uri: `${app.url}/redirect.html`,
    silent_redirect_uri: `${app.url}/redirect.html`,
    post_logout_redirect_uri: `${app.url}/`,
    scope: 'openid profile offline_access User.Read',
    loadUserInfo: true,
    monitorSession: false,
    automaticSilentRenew: false,
  };
}
