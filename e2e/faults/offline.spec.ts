import { builtChunk } from '../fixtures/built-chunk.ts';
import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';

const banner = 'You are offline. What you see stays';

test('F27: offline before the click the landing page stays and says so, and goes on to sign in once online', async ({
  page,
  context,
  watch,
  baseURL,
}) => {
  // So that nothing has been fetched ahead.
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
  const words = page.waitForResponse(`**/${await builtChunk('This device has no connection')}`);
  await app.signIn('Adele Vance', '/profile?x=1');
  await (await words).finished();
  cloud.faults.add({ at: 'token', grant: 'refresh_token', fault: { kind: 'hang' } });
  const renewal = page.waitForRequest(/v2\.0\/token/);
  await app.openProfileAnew();
  await renewal;
  await context.setOffline(true);
  // What is under way breaks off, and when the browser sends it again by itself, as it does, that does too.
  cloud.faults.clear();
  cloud.faults.add({ at: 'token', fault: { kind: 'abort' } });

  await expect(app.problem()).toContainText('This device has no connection');
  await expect(page.getByText(banner)).toBeVisible();
  await expect(page).toHaveURL(/\/profile\?x=1$/);
  await expect(app.signOutButton()).toBeVisible();
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
  const words = page.waitForResponse(`**/${await builtChunk('This device has no connection')}`);
  await app.signIn();
  await (await words).finished();
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Profile', exact: true }).click();

  await expect(app.problem()).toContainText('This device has no connection');
  await expect(page.getByText(banner)).toBeVisible();

  await context.setOffline(false);

  await expect(app.person('Adele Vance')).toBeVisible();
});
