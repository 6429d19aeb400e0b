import { shoot } from './fixtures/shoot.ts';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';

test('pictures of the landing page', async ({ page }) => {
  await page.goto('/');
  await expect(new AppPages(page).signInLink()).toBeVisible();
  await shoot(page, 'landing');
});

test('pictures of the mail', async ({ page, watch }) => {
  // The frame of a message runs no script, the watch's own included.
  watch.expectProblem('Blocked script execution');
  const app = new AppPages(page);
  await app.signIn();
  await app.openAndAllow('Mail');
  await page.getByRole('list', { name: 'Messages' }).getByRole('link').nth(1).click();
  await expect(page.getByTitle('Text of the message')).toBeVisible();
  await shoot(page, 'mail', { fullPage: false });
});

test('pictures of the calendar, and of home with the next meetings', async ({ page }) => {
  const app = new AppPages(page);
  await app.signIn();
  await app.openAndAllow('Calendar');
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(7);
  await shoot(page, 'calendar', { fullPage: false });
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Next meetings' })).toBeVisible();
  await shoot(page, 'home');
});

test('pictures of the organization', async ({ page }) => {
  const app = new AppPages(page);
  await app.signIn('Megan Bowen');
  await page.getByRole('button', { name: 'Show my organization' }).click();
  await page.getByRole('button', { name: 'Allow access' }).click();
  await new LocalCloudPages(page).accept();
  await expect(page.getByRole('list', { name: 'Groups and roles' })).toBeVisible();
  await shoot(page, 'organization');
});

test('pictures of the account', async ({ page }) => {
  await new AppPages(page).signIn();
  await page.goto('/account');
  await expect(page.getByText('preferred_username')).toBeVisible();
  await shoot(page, 'account', { fullPage: false });
});

test('pictures of the people', async ({ page }) => {
  const app = new AppPages(page);
  await app.signIn();
  await app.openAndAllow('People');
  await page.getByRole('list', { name: 'People' }).getByRole('link').nth(1).click();
  await expect(page.getByRole('article').getByRole('heading')).toBeVisible();
  await shoot(page, 'people', { fullPage: false });
});

test('pictures of the profile, with and without its menu', async ({ page }) => {
  const app = new AppPages(page);
  await app.signIn();
  await expect(app.photo()).toBeVisible();
  await shoot(page, 'profile');
  await app.account().click();
  await shoot(page, 'account-menu', { fullPage: false });
});
