import { storedKeys } from './fixtures/storage.ts';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';

test('signing out ends on the home page and ends the session at the local cloud as well', async ({
  page,
  baseURL,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  await app.signOut();

  await expect(app.signInLink()).toBeVisible();
  await expect(page).toHaveURL(`${baseURL ?? ''}/`);

  await page.goto('/profile');

  await expect(new LocalCloudPages(page).pickHeading()).toBeVisible();
});

test('S20: nothing of the person is left in the tab after signing out', async ({ page }) => {
  const app = new AppPages(page);
  await app.signIn();
  await app.signOut();
  await expect(app.signInLink()).toBeVisible();

  // MSAL clears its cache after the page is shown.
  await expect.poll(() => storedKeys(page)).toEqual([]);
  await expect(page.getByText('Adele')).toHaveCount(0);
});

test('a sign-out that takes long is announced, and shows nothing of the person meanwhile', async ({
  page,
  cloud,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  cloud.faults.add({ at: 'logout', fault: { kind: 'hang' } });
  await app.signOut();

  await expect(page.getByRole('status').filter({ hasText: 'Signing you out…' })).toBeVisible();
  await expect(app.person('Adele Vance')).toBeHidden();
  await expect(app.account()).toHaveCount(0);
  await expect(page.getByRole('main')).toBeFocused();
});

test('F38: a double click signs out once', async ({ page, watch }) => {
  const app = new AppPages(page);
  await app.signIn();
  await app.account().click();
  await app.signOutButton().dblclick();
  await expect(app.signInLink()).toBeVisible();

  expect(watch.urls.filter((url) => url.includes('post_logout_redirect_uri='))).toHaveLength(1);
});
