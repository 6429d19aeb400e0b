import { startBuild } from './fixtures/app-server.ts';
import { B2C_HOST, startB2cPolicy } from './fixtures/b2c-policy.ts';
import { expect, test as base } from './fixtures/test.ts';
import { findHostsAt } from './fixtures/tls-server.ts';
import { AppPages } from './pages/app-pages.ts';

interface Place {
  readonly url: string;
  readonly port: number;
}

/** With a policy of Azure AD B2C, whose tokens Graph does not take. */
const test = base.extend<object, { place: Place }>({
  place: [
    async ({}, use) => {
      const policy = await startB2cPolicy();
      const clientId = '00001111-aaaa-2222-bbbb-3333cccc4444';
      const authority = `https://${B2C_HOST}/contoso.onmicrosoft.com/B2C_1_sign_in`;
      const site = await startBuild({ clientId, authority });
      policy.register(clientId, site.url);
      await use({ url: site.url, port: policy.port });
      await site.close();
      await policy.close();
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ launchOptions, place }, use) => {
      const args = [...(launchOptions.args ?? []), findHostsAt(place.port)];
      await use({ ...launchOptions, args });
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ place }, use) => {
    await use(place.url);
  },
  watched: async ({ place }, use) => {
    await use({ appUrl: place.url, cloud: { url: `https://${B2C_HOST}`, log: [] } });
  },
});

test.use({ ignoreHTTPSErrors: true });

test('people sign in with a policy of Azure AD B2C, without Graph, and sign out', async ({
  page,
  place,
  watch,
}) => {
  const app = new AppPages(page);
  // What the provider's own pages ask for, and the machine may not have.
  await page.route(/fonts\.googleapis|favicon\.ico/, (route) => route.fulfill({ body: '' }));
  await page.goto('/');
  await app.signInLink().click();
  await page.getByPlaceholder('Enter any login').fill('ada');
  await page.getByPlaceholder('and password').fill('x');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();

  await expect(page).toHaveURL(`${place.url}/account`);
  await expect(page.getByRole('main')).toContainText('B2C_1_sign_in');
  expect(watch.authorizeRequests[0]?.searchParams.get('scope')).toBe(
    'openid profile offline_access',
  );
  await page.goto('/');
  await app.menu('Ada Lovelace').click();
  await app.signOutButton().click();
  await page.getByRole('button', { name: 'Yes, sign me out' }).click();

  await expect(page.getByText('You are signed out.')).toBeVisible();
  expect(watch.urls.filter((url) => url.includes('graph.microsoft'))).toEqual([]);
});
