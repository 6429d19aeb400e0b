import { clearAccessTokens } from './fixtures/clear-access-tokens.ts';
import type { ServedSite } from './fixtures/served-site.ts';
import { startSubPathSite } from './fixtures/sub-path-site.ts';
import { expect, test as base } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';

/** Serves the app under a sub-path, beside another app of the same origin. */
const test = base.extend<object, { site: ServedSite }>({
  site: [
    async ({ workerCloud }, use) => {
      const site = await startSubPathSite(workerCloud.url);
      await use(site);
      await site.close();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ site }, use) => {
    site.change({});
    await use(site.origin);
  },
  watched: async ({ site, cloud }, use) => {
    await use({ appUrl: site.origin, cloud });
  },
});

// One worker builds the apps once, while the other runs tests.
test.describe.configure({ mode: 'default' });

test('the landing page signs in and the profile is shown, all below the path', async ({
  page,
  watch,
  baseURL,
}) => {
  const app = new AppPages(page);
  await page.goto('/portal/');
  await app.signInLink().click();
  await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');

  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(page).toHaveURL(`${baseURL ?? ''}/portal/profile`);
  expect(watch.authorizeRequests.map((url) => url.searchParams.get('redirect_uri'))).toEqual([
    `${baseURL ?? ''}/portal/`,
  ]);
  const outside = watch.urls
    .map((url) => new URL(url))
    .filter(({ protocol, origin }) => protocol === 'http:' && origin === baseURL)
    .filter(({ pathname }) => !pathname.startsWith('/portal/'));
  expect(outside.map(({ pathname }) => pathname)).toEqual([]);

  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(page).toHaveURL(`${baseURL ?? ''}/portal/`);
  await page.reload();
  await expect(app.menu('Adele Vance')).toBeVisible();

  await app.signOut();
  await expect(app.signInLink()).toBeVisible();
  await expect(page).toHaveURL(`${baseURL ?? ''}/portal/`);
});

test('S18: a deep link is kept, query and fragment with it', async ({ page, baseURL }) => {
  await page.goto('/portal/profile?x=1#y');
  await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');

  await expect(new AppPages(page).person('Adele Vance')).toBeVisible();
  await expect(page).toHaveURL(`${baseURL ?? ''}/portal/profile?x=1#y`);
});

test('F7: a session is renewed through the bridge page below the path', async ({
  page,
  cloud,
  baseURL,
}) => {
  const app = new AppPages(page);
  await page.goto('/portal/profile');
  await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');
  await app.person('Adele Vance').waitFor();
  await page.evaluate(clearAccessTokens);
  cloud.faults.expireRefreshTokens();
  const bridge = page.waitForRequest(`${baseURL ?? ''}/portal/redirect.html`);
  await page.reload();
  await bridge;

  await expect(app.person('Adele Vance')).toBeVisible();
});

test('F11: a declined sign-in is tried again below the path', async ({ page, baseURL }) => {
  const app = new AppPages(page);
  await page.goto('/portal/profile?x=1');
  await new LocalCloudPages(page).pick('Adele Vance');
  await new LocalCloudPages(page).decline();
  await expect(app.problem()).toContainText('declined');
  await app.tryAgain().click();
  await new LocalCloudPages(page).accept();

  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(page).toHaveURL(`${baseURL ?? ''}/portal/profile?x=1`);
});

test('a page that does not exist says so, and what is outside the path is not the app', async ({
  page,
  request,
}) => {
  await page.goto('/portal/nowhere/at/all');

  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  expect((await request.get('/portal/chunk-x.js')).status()).toBe(404);
  expect((await request.get('/profile')).status()).toBe(404);
});

for (const cacheLocation of ['sessionStorage', 'localStorage'] as const)
  test(`two apps of one origin neither see nor sign out each other’s people, with tokens in ${cacheLocation}`, async ({
    page,
    site,
  }) => {
    site.change({ cacheLocation });
    const app = new AppPages(page);
    const cloudPages = new LocalCloudPages(page);
    await page.goto('/portal/profile');
    await cloudPages.signInForTheFirstTime('Adele Vance');
    await app.person('Adele Vance').waitFor();

    await page.goto('/other/');
    await expect(app.signInLink()).toBeVisible();
    await expect(app.account()).toHaveCount(0);
    await page.goto('/other/profile');
    // Entra ID knows Adele; she has not consented to this app yet.
    await cloudPages.accept();
    await expect(app.person('Adele Vance')).toBeVisible();
    await app.signOut();
    await expect(app.signInLink()).toBeVisible();

    await page.goto('/portal/profile');
    await expect(app.person('Adele Vance')).toBeVisible();

    await app.signOut();
    await expect(app.signInLink()).toBeVisible();
    await page.goto('/portal/');
    await expect(app.signInLink()).toBeVisible();
  });

test('a sign-in that was begun in one app does not stand in the way of the other', async ({
  page,
}) => {
  const cloudPages = new LocalCloudPages(page);
  await page.goto('/portal/profile');
  await cloudPages.pickHeading().waitFor();
  await page.goto('/other/profile');
  await cloudPages.signInForTheFirstTime('Adele Vance');

  await expect(new AppPages(page).person('Adele Vance')).toBeVisible();
});
