import { audit } from './fixtures/audit.ts';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';

test('the account page shows what the ID token says, and no token', async ({ page }) => {
  const app = new AppPages(page);
  await app.signIn();
  await app.account().click();
  await page.getByRole('link', { name: 'Account and appearance' }).click();

  await expect(page.getByRole('main')).toContainText('preferred_username');
  await expect(page.getByRole('main')).toContainText('adele@contoso.example');
  await expect(page.getByText('Ends at the latest')).toBeVisible();
  expect(await page.getByRole('main').innerText()).not.toMatch(/eyJ[\w-]{20}/);
});

test('accounts are added, switched and left on the account page, without a reload', async ({
  page,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  await page.goto('/account');
  await page.getByRole('button', { name: 'Add an account' }).click();
  await new LocalCloudPages(page).signInForTheFirstTime('Oscar Ward');

  await expect(page).toHaveURL(/\/account$/);
  await expect(app.menu('Oscar Ward')).toBeVisible();

  await audit(page);
  await page.evaluate(() => Object.assign(window, { stays: true }));
  await page.getByRole('button', { name: 'Use this account' }).click();

  await expect(app.menu('Adele Vance')).toBeVisible();
  expect(await page.evaluate(() => 'stays' in window)).toBe(true);
});

test('a theme is kept, and shown before anything is painted', async ({ page }) => {
  const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await new AppPages(page).signIn();
  await page.goto('/account');
  const light = await background();
  await page.getByLabel('Dark').check();

  await expect.poll(background).not.toBe(light);
  const dark = await background();

  // Nothing but the start script: the rest of the app never comes.
  await page.route(/chunk-/, () => undefined);
  await page.goto('/', { waitUntil: 'commit' });
  await expect.poll(scheme).toBe('dark');
  await expect.poll(background).toBe(dark);

  await page.unroute(/chunk-/);
  await page.goto('/account');
  await page.getByLabel('As the device').check();

  await expect.poll(background).toBe(light);
});
