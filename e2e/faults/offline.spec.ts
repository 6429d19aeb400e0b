import { builtChunk } from '../fixtures/built-chunk.ts';
import { clearAccessTokens } from '../fixtures/clear-access-tokens.ts';
import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';

const DAY_MS = 24 * 3_600_000;
const banner = 'You are offline. What you see stays';

test('F27: offline before the click the landing page stays and says so, and goes on to sign in once online', async ({
  page,
  context,
  watch,
  baseURL,
}) => {
  // Prevents prefetching.
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.goto('/');
  await context.setOffline(true);
  await new AppPages(page).signInLink().click();

  await expect(page.getByText('You are offline. Sign-in goes on when')).toBeVisible();
  await expect(page).toHaveURL(`${baseURL ?? ''}/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(watch.authorizeRequests).toHaveLength(0);

  await context.setOffline(false);
  await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');

  await expect(new AppPages(page).person('Adele Vance')).toBeVisible();
});

test('F28: a connection lost in the middle of a renewal keeps the page, which loads by itself once it is back', async ({
  page,
  context,
  cloud,
  watch,
}) => {
  const app = new AppPages(page);
  const errorMessages = page.waitForResponse(
    `**/${await builtChunk('This device has no connection')}`,
  );
  await app.signIn('Adele Vance', '/profile?x=1');
  await (await errorMessages).finished();
  cloud.faults.add({ at: 'token', grant: 'refresh_token', fault: { kind: 'hang' } });
  const renewal = page.waitForRequest(/v2\.0\/token/);
  await app.reopenProfile();
  await renewal;
  await context.setOffline(true);
  // Fails the pending request, and the browser's own retry.
  cloud.faults.clear();
  cloud.faults.add({ at: 'token', fault: { kind: 'abort' } });

  await expect(app.problem()).toContainText('This device has no connection');
  await expect(page.getByText(banner)).toBeVisible();
  await expect(page).toHaveURL(/\/profile\?x=1$/);
  await expect(app.account()).toBeVisible();
  expect(watch.tokenRequests).toHaveLength(2);

  cloud.faults.clear();
  await context.setOffline(false);

  await expect(app.person('Adele Vance')).toBeVisible();
  expect(watch.tokenRequests).toHaveLength(3);
  expect(watch.authorizeRequests).toHaveLength(1);
});

test('a profile opened while offline says so, and loads by itself once online', async ({
  page,
  context,
}) => {
  const app = new AppPages(page);
  const errorMessages = page.waitForResponse(
    `**/${await builtChunk('This device has no connection')}`,
  );
  await app.signIn();
  await (await errorMessages).finished();
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await context.setOffline(true);
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: 'Profile' })
    .click();

  await expect(app.problem()).toContainText('This device has no connection');
  await expect(page.getByText(banner)).toBeVisible();

  await context.setOffline(false);

  await expect(app.person('Adele Vance')).toBeVisible();
});

test('F27: signed out and offline, Sign in stays in the app and says so, and Try again signs in once online', async ({
  page,
  context,
  watch,
}) => {
  const app = new AppPages(page);
  const failedPage = page.waitForResponse(
    `**/${await builtChunk('There is nothing to show here')}`,
  );
  await app.signIn();
  await (await failedPage).finished();
  await app.signOut();
  await expect(app.signInLink()).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText(banner)).toBeVisible();
  await app.signInLink().click();

  await expect(app.problem()).toContainText('This device has no connection');
  expect(watch.urls.filter((url) => url.startsWith('chrome-error:'))).toEqual([]);
  expect(watch.authorizeRequests).toHaveLength(1);

  await context.setOffline(false);
  await app.tryAgain().click();
  await new LocalCloudPages(page).pick('Adele Vance');

  await expect(app.person('Adele Vance')).toBeVisible();
});

test('F28: offline when the refresh token has run out, too, the page stays and says so', async ({
  page,
  context,
  cloud,
  watch,
}) => {
  const app = new AppPages(page);
  await context.clock.install();
  const errorMessages = page.waitForResponse(
    `**/${await builtChunk('This device has no connection')}`,
  );
  await app.signIn();
  await (await errorMessages).finished();
  await page.goto('/');
  await app.account().waitFor();
  await page.evaluate(clearAccessTokens);
  // MSAL treats a refresh token as expired five minutes early.
  await page.clock.fastForward(DAY_MS - 3 * 60_000);
  cloud.faults.shiftClock(DAY_MS - 3 * 60_000);
  await page.getByRole('button', { name: 'Not now' }).click();
  await context.setOffline(true);
  const framed = page.waitForRequest(/prompt=none/);
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: 'Profile' })
    .click();
  await framed;
  await page.clock.fastForward(10_000);

  await expect(app.problem()).toContainText('This device has no connection');
  await expect(page.getByText(banner)).toBeVisible();
  await expect(page).toHaveURL(/\/profile$/);
  await expect(app.account()).toBeVisible();
  expect(watch.tokenRequests).toHaveLength(1);

  await context.setOffline(false);

  await expect(app.person('Adele Vance')).toBeVisible();
});
