import type { Page } from '@playwright/test';
import { serveSite } from '../bench/app/site.ts';
import { buildEager } from '../bench/app/sites.ts';
import type { AppServer } from './fixtures/app-server.ts';
import { clearAccessTokens } from './fixtures/clear-access-tokens.ts';
import { expect, test as base } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';

/**
 * Serves the app's source with one more route, `/thousand-calls` (bench/app/variant/thousand-calls.ts). MSAL, the
 * interceptors and the cloud are the real ones.
 */
const test = base.extend<object, { app: AppServer }>({
  app: [
    async ({ workerCloud }, use) => {
      buildEager();
      const site = await serveSite({
        folder: new URL('../dist/eager/browser/', import.meta.url),
        cloudUrl: workerCloud.url,
        hashes: { script: [], style: [] },
      });
      await use({ ...site, change: () => undefined });
      await site.close();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  // Hides the app from the watch: this plain build has an empty `main` while it loads.
  watched: async ({ cloud }, use) => {
    await use({ appUrl: 'about:blank', cloud });
  },
});

// Both tests share one build.
test.describe.configure({ mode: 'default' });
test.use({ trace: 'off' });

/** Makes the calls. Returns the page's counts so far, by result. */
async function makeCalls(page: Page): Promise<readonly string[]> {
  const counts: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('calls ')) counts.push(message.text());
  });
  await page.goto('/thousand-calls');
  return counts;
}

const grants = (forms: readonly URLSearchParams[]) => forms.map((form) => form.get('grant_type'));

test('a thousand calls at once that find the token expired take one token request, and each is answered', async ({
  page,
  watch,
}) => {
  await new AppPages(page).signIn();
  await page.evaluate(clearAccessTokens);
  const counts = await makeCalls(page);

  await expect.poll(() => counts.at(-1), { timeout: 20_000 }).toBe('calls {"ok":1000}');
  expect(grants(watch.tokenRequests)).toEqual(['authorization_code', 'refresh_token']);
  expect(watch.authorizeRequests).toHaveLength(1);
});

test('a thousand calls at once whose refresh token is refused begin one sign-in, and each gets an error that says so', async ({
  page,
  cloud,
  watch,
}) => {
  await new AppPages(page).signIn();
  await page.evaluate(clearAccessTokens);
  cloud.faults.expireRefreshTokens();
  cloud.faults.endBrowserSessions();
  // Held back until the page has been checked.
  const checked = Promise.withResolvers<undefined>();
  await page.route(/\/authorize\?(?!.*prompt=none)/, async (route) => {
    await checked.promise;
    await route.continue();
  });
  const counts = await makeCalls(page);

  await expect.poll(() => counts[0]).toBe('calls {"interaction_started":1000}');

  checked.resolve(undefined);
  await expect(page.getByRole('button', { name: 'Next' })).toBeVisible();
  expect(grants(watch.tokenRequests)).toEqual(['authorization_code', 'refresh_token']);
  expect(watch.authorizeRequests.map((url) => url.searchParams.get('prompt'))).toEqual([
    null,
    'none',
    null,
  ]);
});
