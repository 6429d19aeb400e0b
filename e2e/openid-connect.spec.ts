import { startBuild } from './fixtures/app-server.ts';
import { startOpenIdProvider } from './fixtures/openid-provider.ts';
import { expect, test as base } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';

interface Place {
  /** The app, without a trailing slash. */
  readonly url: string;
  /** The provider. */
  readonly issuer: string;
}

/** With a provider that is not Microsoft's, and no Graph. */
const test = base.extend<object, { place: Place }>({
  place: [
    async ({}, use) => {
      const provider = await startOpenIdProvider();
      const config = { clientId: 'my-app', protocol: 'oidc', authority: provider.url };
      const site = await startBuild(config);
      provider.register(config.clientId, site.url);
      await use({ url: site.url, issuer: provider.url });
      await site.close();
      await provider.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ place }, use) => {
    await use(place.url);
  },
  watched: async ({ place }, use) => {
    await use({ appUrl: place.url, cloud: { url: place.issuer, log: [] } });
  },
});

test.use({ ignoreHTTPSErrors: true });

test('people sign in with any OpenID Connect provider, see their claims, and sign out', async ({
  page,
  place,
  watch,
}) => {
  const app = new AppPages(page);
  const main = page.getByRole('main');
  // What the provider's own pages ask for, and the machine may not have.
  await page.route(/fonts\.googleapis|favicon\.ico/, (route) => route.fulfill({ body: '' }));
  await page.goto('/');
  await app.signInLink().click();
  // As some providers name people: with a character that separates MSAL's storage keys.
  await page.getByPlaceholder('Enter any login').fill('auth0|ada');
  await page.getByPlaceholder('and password').fill('x');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();

  // The profile needs Graph, so that the account page takes its place.
  await expect(page).toHaveURL(`${place.url}/account`);
  await expect(main).toContainText('auth0|ada');
  await expect(main).toContainText(place.issuer);
  await expect(page.getByText('Ends at the latest')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Permissions' })).toBeHidden();
  const pages = page.getByRole('navigation', { name: 'Pages' });
  await expect(pages.getByRole('link')).toHaveText(['Home']);

  await page.goto('/');
  await expect(app.menu('Ada Lovelace')).toBeVisible();

  await app.menu('Ada Lovelace').click();
  await app.signOutButton().click();
  await page.getByRole('button', { name: 'Yes, sign me out' }).click();

  await expect(page).toHaveURL(`${place.url}/`);
  await expect(page.getByText('You are signed out.')).toBeVisible();
  expect(watch.urls.filter((url) => url.includes('graph.microsoft.com'))).toEqual([]);
});
