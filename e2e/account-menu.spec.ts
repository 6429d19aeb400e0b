import type { Locator } from '@playwright/test';
import { storedKeys } from './fixtures/storage.ts';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';

const edges = (element: Locator) =>
  element.evaluate((node) => {
    const { x, top, bottom } = node.getBoundingClientRect();
    return { x, top, bottom };
  });

test('the account menu opens, is gone through, and closes by the keyboard, and gives the focus back', async ({
  page,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  await app.addAccount('Adele Vance', 'Oscar Ward');
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await app.menu('Oscar Ward').focus();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('region', { name: 'Account' })).toContainText('oscar@fabrikam');

  const link = page.getByRole('link', { name: 'Account and appearance' });
  for (const item of [
    button(/^Switch to Adele/),
    link,
    button('Use another account'),
    button(/of all/),
    button(/^Sign out$/),
  ]) {
    await page.keyboard.press('Tab');
    await expect(item).toBeFocused();
  }
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

test('the account menu closes when Tab leaves it', async ({ page }) => {
  const app = new AppPages(page);
  await app.signIn();
  await app.menu('Adele Vance').focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('region', { name: 'Account' });
  await expect(menu).toBeVisible();
  await page.keyboard.press('Shift+Tab');

  await expect(menu).toBeHidden();
  await expect(
    page.getByRole('navigation', { name: 'Pages' }).getByRole('link').last(),
  ).toBeFocused();

  await app.menu('Adele Vance').focus();
  await page.keyboard.press('Enter');
  for (let tabs = 0; tabs < 4; tabs += 1) await page.keyboard.press('Tab');

  await expect(menu).toBeHidden();
});

for (const { zoom, width, height } of [
  { zoom: '400 %', width: 320, height: 256 },
  { zoom: '200 %', width: 640, height: 360 },
  { zoom: 'a phone', width: 360, height: 640 },
  { zoom: '100 %', width: 1280, height: 800 },
]) {
  test(`at ${zoom} all of the account menu can be reached, and it hangs at its button`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const app = new AppPages(page);
    await app.signIn();
    await app.addAccount('Adele Vance', 'Oscar Ward');
    await app.menu('Oscar Ward').click();
    const menu = page.getByRole('region', { name: 'Account' });
    const { x, top, bottom } = await edges(menu);

    expect(top).toBeGreaterThanOrEqual((await edges(app.menu('Oscar Ward'))).bottom);
    expect(bottom).toBeLessThanOrEqual(height);
    expect(x).toBeGreaterThanOrEqual(0);

    await app.signOutButton().scrollIntoViewIfNeeded();

    await expect(app.signOutButton()).toBeInViewport({ ratio: 1 });
    await expect(menu).toBeInViewport();

    await app.signOutButton().click();

    await expect(page.getByText('You are now using the app as Adele Vance.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  });
}

test('signing out one of two accounts leaves the other signed in', async ({ page }) => {
  const app = new AppPages(page);
  await app.signIn();
  await app.addAccount('Adele Vance', 'Oscar Ward');
  await app.signOut();

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
