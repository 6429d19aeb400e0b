import type { Page } from '@playwright/test';
import type { LocalCloud } from '../emulator/index.ts';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';
import { openPopup } from './pages/open-popup.ts';

test.use({ interaction: 'popup' });

test('with "popup" Sign in opens a popup, and the page behind it becomes the profile', async ({
  page,
  watch,
  baseURL,
}) => {
  const app = new AppPages(page);
  await page.goto('/');
  const popup = await openPopup(page, () => app.signInLink().click());
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

test('a popup that the browser blocks: the sign-in goes on in this window on request', async ({
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

test('a popup that the person closes: the page stays as it was, and signing in works again', async ({
  page,
}) => {
  const app = new AppPages(page);
  await page.goto('/');
  const first = await openPopup(page, () => app.signInLink().click());
  await new LocalCloudPages(first).pickHeading().waitFor();
  await first.close();

  await expect(page.getByText('Taking you to')).toBeHidden();
  await expect(app.signInLink()).toBeVisible();
  await expect(app.problem()).toBeHidden();

  const second = await openPopup(page, () => app.signInLink().click());
  await new LocalCloudPages(second).signInForTheFirstTime('Adele Vance');

  await expect(app.person('Adele Vance')).toBeVisible();
});

test('with "popup" a second account signs in by popup as well', async ({ page }) => {
  const app = new AppPages(page);
  await app.signIn();
  await app.menu('Adele Vance').click();
  const popup = await openPopup(page, () =>
    page.getByRole('button', { name: 'Use another account' }).click(),
  );
  await new LocalCloudPages(popup).signInForTheFirstTime('Oscar Ward');

  await expect(app.person('Oscar Ward')).toBeVisible();
});

test('with "popup" a step-up opens a popup, and the call that needed it continues', async ({
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

test('with "popup" a step-up whose popup is blocked waits for a click, and then continues', async ({
  page,
  cloud,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  cloud.faults.requireStepUp('adele@contoso.example');
  await page.addInitScript(allowPopupsOnClickOnly);
  await app.reopenProfile();
  const popup = await openPopup(page, () => signInAgain(page).click());
  await new LocalCloudPages(popup).approveButton().click();

  await expect(app.person('Adele Vance')).toBeVisible();
});

test('F30: with "popup" the click requests the claims that Graph asked for, when no popup opens without one', async ({
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
  await page.addInitScript(allowPopupsOnClickOnly);
  await page.reload();
  const popup = await openPopup(page, () => signInAgain(page).click());
  await new LocalCloudPages(popup).approveButton().click();

  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(page).toHaveURL(/\/profile\?x=1$/);
  const asked = watch.authorizeRequests.at(-1)?.searchParams;
  expect(JSON.parse(asked?.get('claims') ?? '{}')).toMatchObject(claims);
  expect(asked?.get('login_hint') ?? asked?.get('sid')).toBeTruthy();
});

test('with "popup" a late response of a popup is accepted, and the page continues', async ({
  page,
  cloud,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  const popup = await stepUp(page, cloud);
  // The popup's opener policy separates it from the page, which takes it for closed.
  await expect(app.problem()).toBeVisible({ timeout: 10_000 });
  await new LocalCloudPages(popup).approveButton().click();

  await expect(app.person('Adele Vance')).toBeVisible();
});

test('S22: with "popup" signing out works after a popup that the person closed', async ({
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
  await app.signOut();

  await expect(app.signInLink()).toBeVisible();
  await expect(app.problem()).toBeHidden();
  expect(watch.urls.filter((url) => url.includes('post_logout_redirect_uri='))).toHaveLength(1);
});

/** Makes a call require a step-up, which opens a popup. */
function stepUp(page: Page, cloud: LocalCloud): Promise<Page> {
  cloud.faults.requireStepUp('adele@contoso.example');
  return openPopup(page, () => new AppPages(page).reopenProfile());
}

const signInAgain = (page: Page) => page.getByRole('button', { name: 'Sign in again' });

/** Makes the browser block popups that no click opened. */
function allowPopupsOnClickOnly(): void {
  const open = window.open.bind(window);
  window.open = () => null;
  window.addEventListener('click', () => (window.open = open), { capture: true });
}
