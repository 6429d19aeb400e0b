import type { Page } from '@playwright/test';
import type { LocalCloud } from '../emulator/index.ts';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';
import { windowAfter } from './pages/window-after.ts';

test.use({ interaction: 'popup' });

test('with "popup" Sign in opens a window, and the page behind it becomes the profile', async ({
  page,
  watch,
  baseURL,
}) => {
  const app = new AppPages(page);
  await page.goto('/');
  const popup = await windowAfter(page, () => app.signInLink().click());
  const closed = popup.waitForEvent('close');
  await new LocalCloudPages(popup).signInForTheFirstTime('Adele Vance');
  await closed;

  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(page).toHaveURL(/\/profile$/);
  expect(watch.authorizeRequests).toHaveLength(1);
  expect(watch.authorizeRequests[0]?.searchParams.get('redirect_uri')).toBe(
    `${baseURL ?? ''}/redirect.html`,
  );
});

test('a window that the browser blocks: the sign-in goes on in this window on request', async ({
  page,
}) => {
  const app = new AppPages(page);
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await page.goto('/');
  await app.signInLink().click();
  await page.getByRole('button', { name: 'Sign in in this window' }).click();
  await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');

  await expect(app.person('Adele Vance')).toBeVisible();
});

test('a window that the person closes: the page stays as it was, and signing in works again', async ({
  page,
}) => {
  const app = new AppPages(page);
  await page.goto('/');
  const first = await windowAfter(page, () => app.signInLink().click());
  await new LocalCloudPages(first).pickHeading().waitFor();
  await first.close();

  await expect(page.getByText('Taking you to')).toBeHidden();
  await expect(app.signInLink()).toBeVisible();
  await expect(app.problem()).toBeHidden();

  const second = await windowAfter(page, () => app.signInLink().click());
  await new LocalCloudPages(second).signInForTheFirstTime('Adele Vance');

  await expect(app.person('Adele Vance')).toBeVisible();
});

test('with "popup" a further account comes by a window as well', async ({ page }) => {
  const app = new AppPages(page);
  await app.signIn();
  await app.menu('Adele Vance').click();
  const popup = await windowAfter(page, () =>
    page.getByRole('button', { name: 'Use another account' }).click(),
  );
  await new LocalCloudPages(popup).signInForTheFirstTime('Oscar Ward');

  await expect(app.person('Oscar Ward')).toBeVisible();
});

test('with "popup" a step-up opens a window, and the call that needed it goes on', async ({
  page,
  cloud,
  watch,
}) => {
  const app = new AppPages(page);
  await app.signIn('Adele Vance', '/profile?x=1');
  const popup = await stepUp(page, cloud);
  await new LocalCloudPages(popup).approveButton().click();

  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(page).toHaveURL(/\/profile\?x=1$/);
  expect(watch.authorizeRequests).toHaveLength(2);
});

test('with "popup" a step-up whose window is blocked waits for a click, and then goes on', async ({
  page,
  cloud,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  cloud.faults.requireStepUp('adele@contoso.example');
  await page.addInitScript(openForClicksOnly);
  await app.openProfileAnew();
  const popup = await windowAfter(page, () => signInAgain(page).click());
  await new LocalCloudPages(popup).approveButton().click();

  await expect(app.person('Adele Vance')).toBeVisible();
});

test('F30: with "popup" the claims Graph asks for are asked for by the click, when no window opens without one', async ({
  page,
  cloud,
  watch,
}) => {
  const app = new AppPages(page);
  await app.signIn('Adele Vance', '/profile?x=1');
  const claims = { access_token: { acrs: { essential: true, value: 'c1' } } };
  const encoded = Buffer.from(JSON.stringify(claims)).toString('base64');
  cloud.faults.add({
    at: 'graph',
    path: '/me$',
    times: 1,
    fault: {
      kind: 'respond',
      status: 401,
      headers: {
        'WWW-Authenticate': `Bearer error="insufficient_claims", claims="${encoded}", PoP error="invalid_token"`,
        'Access-Control-Expose-Headers': 'WWW-Authenticate',
      },
    },
  });
  await page.addInitScript(openForClicksOnly);
  await page.reload();
  const popup = await windowAfter(page, () => signInAgain(page).click());
  await new LocalCloudPages(popup).approveButton().click();

  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(page).toHaveURL(/\/profile\?x=1$/);
  const asked = watch.authorizeRequests.at(-1)?.searchParams;
  expect(JSON.parse(asked?.get('claims') ?? '{}')).toMatchObject(claims);
  expect(asked?.get('login_hint') ?? asked?.get('sid')).toBeTruthy();
});

test('with "popup" the answer of a window that takes long is taken, and the page goes on', async ({
  page,
  cloud,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  const popup = await stepUp(page, cloud);
  // The window's site cuts it off from the page, to which it looks closed.
  await expect(app.problem()).toBeVisible({ timeout: 10_000 });
  await new LocalCloudPages(popup).approveButton().click();

  await expect(app.person('Adele Vance')).toBeVisible();
});

test('S22: with "popup" signing out works after a window that the person closed', async ({
  page,
  cloud,
  watch,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  const popup = await stepUp(page, cloud);
  await new LocalCloudPages(popup).approveButton().waitFor();
  await popup.close();
  await expect(page.getByText('Taking you to')).toBeHidden();
  await app.signOutButton().click();

  await expect(app.signInLink()).toBeVisible();
  await expect(app.problem()).toBeHidden();
  expect(watch.urls.filter((url) => url.includes('post_logout_redirect_uri='))).toHaveLength(1);
});

/** Has a call need a further proof, for which a window opens. */
function stepUp(page: Page, cloud: LocalCloud): Promise<Page> {
  cloud.faults.requireStepUp('adele@contoso.example');
  return windowAfter(page, () => new AppPages(page).openProfileAnew());
}

const signInAgain = (page: Page) => page.getByRole('button', { name: 'Sign in again' });

/** As browsers do, which open a window for a click only. */
function openForClicksOnly(): void {
  const open = window.open.bind(window);
  window.open = () => null;
  window.addEventListener('click', () => (window.open = open), { capture: true });
}
