import type { LocalCloud } from '../emulator/index.ts';
import { startBuild } from './fixtures/app-server.ts';
import { startMicrosoftHosts } from './fixtures/microsoft-hosts.ts';
import { expect, test as base } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';

const LOGIN = 'contoso.ciamlogin.com';
const GRAPH = 'graph.microsoft.com';

interface Place {
  readonly url: string;
  readonly cloud: LocalCloud;
  readonly browserFlag: string;
}

/** The local cloud under the host names of Microsoft Entra External ID and of Graph. */
const test = base.extend<object, { place: Place }>({
  place: [
    async ({}, use) => {
      const hosts = await startMicrosoftHosts();
      const cloud = await hosts.startCloud(LOGIN, GRAPH);
      const site = await startBuild({
        clientId: '00001111-aaaa-2222-bbbb-3333cccc4444',
        // An external tenant signs up people of its own; the local cloud makes personal accounts.
        authority: `https://${LOGIN}/common`,
        graphBaseUrl: `https://${GRAPH}`,
        signUp: true,
      });
      await use({ url: site.url, cloud, browserFlag: hosts.browserFlag });
      await site.close();
      await hosts.close();
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ launchOptions, place }, use) => {
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), place.browserFlag] });
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ place }, use) => {
    await use(place.url);
  },
  watched: async ({ place }, use) => {
    await use({ appUrl: place.url, cloud: { url: `https://${LOGIN}`, log: place.cloud.log } });
  },
});

test.use({ ignoreHTTPSErrors: true });

test('somebody new creates an account at an external tenant from the landing page', async ({
  page,
  watch,
}) => {
  // Somebody new has no photo.
  watch.expectProblem('404 (Not Found)');
  await page.goto('/');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByLabel('Name').fill('Ada Lovelace');
  await page.getByLabel('New email').fill('ada@outlook.example');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('button', { name: 'Accept' }).click();

  await expect(new AppPages(page).person('Ada Lovelace')).toBeVisible();
  expect(watch.authorizeRequests[0]?.host).toBe(LOGIN);
  expect(watch.authorizeRequests[0]?.searchParams.get('prompt')).toBe('create');
  expect(watch.urls.some((url) => url.startsWith(`https://${GRAPH}/v1.0/me`))).toBe(true);

  await new AppPages(page).signOut();
  await expect(page.getByText('You are signed out.')).toBeVisible();
});
