import { storedKeys } from './fixtures/storage.ts';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';

test('the account menu opens, is gone through, and closes by the keyboard, and gives the focus back', async ({
  page,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  await app.addAccount('Adele Vance', 'Oscar Ward');
  const button = (name: string) => page.getByRole('button', { name });
  await app.menu('Oscar Ward').focus();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('region', { name: 'Account' })).toContainText('oscar@fabrikam');

  for (const name of ['Switch to Adele', 'Use another', 'Sign out of all', 'Sign out']) {
    await page.keyboard.press('Tab');
    await expect(button(name).first()).toBeFocused();
  }
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Escape');

  await expect(page.getByRole('region', { name: 'Account' })).toBeHidden();
  await expect(app.menu('Oscar Ward')).toBeFocused();

  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Account' })).toBeHidden();
  await expect(app.menu('Adele Vance')).toBeFocused();
});

test('signing out one of two accounts leaves the other signed in', async ({ page }) => {
  const app = new AppPages(page);
  await app.signIn();
  await app.addAccount('Adele Vance', 'Oscar Ward');
  await app.signOutButton().click();

  await expect(app.menu('Adele Vance')).toBeVisible();
  await expect(page.getByText('Oscar')).toHaveCount(0);

  await app.menu('Adele Vance').click();

  await expect(page.getByRole('button', { name: 'Use another account' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign out of all accounts' })).toBeHidden();

  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Open your profile' }).click();

  await expect(app.person('Adele Vance')).toBeVisible();
});

test('signing out of all accounts leaves nobody signed in, and nothing of anybody', async ({
  page,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  await app.addAccount('Adele Vance', 'Oscar Ward');
  await app.menu('Oscar Ward').click();
  await page.getByRole('button', { name: 'Sign out of all accounts' }).click();
  // Entra ID asks which session to end.
  await new LocalCloudPages(page).pick('Oscar Ward');

  await expect(app.signInLink()).toBeVisible();
  await expect(page.getByText(/Adele|Oscar/)).toHaveCount(0);
  await expect.poll(() => storedKeys(page)).toEqual([]);
});
