import type { Page } from '@playwright/test';
import { configure } from './fixtures/configure.ts';
import { storedKeys } from './fixtures/storage.ts';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';
import { secondTab } from './pages/second-tab.ts';

const MINUTES = 60_000;

test.beforeEach(async ({ context }) => {
  await configure(context, { idleTimeoutMinutes: 15 });
  await context.clock.install();
});

const dialog = (page: Page) => page.getByRole('alertdialog', { name: 'Are you still there?' });

test('a person who does nothing is asked, and stays by saying so', async ({ page }) => {
  await new AppPages(page).signIn();
  await page.clock.fastForward(14 * MINUTES + 5_000);

  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: 'Stay signed in' })).toBeFocused();

  await page.keyboard.press('Enter');

  await expect(dialog(page)).toBeHidden();
  await expect(new AppPages(page).person('Adele Vance')).toBeVisible();
});

test('nobody there: signed out everywhere, told why, and nothing is left', async ({ page }) => {
  await new AppPages(page).signIn();
  await page.clock.fastForward(14 * MINUTES + 5_000);
  await expect(dialog(page)).toBeVisible();
  await page.clock.fastForward(MINUTES);

  await expect(page.getByText('You were signed out because nothing had been done')).toBeVisible();
  await expect(new AppPages(page).signInLink()).toBeVisible();
  expect(await storedKeys(page)).toEqual([]);
});

test('activity in one tab counts for the other', async ({ page, context }) => {
  await new AppPages(page).signIn();
  const other = await secondTab(context);
  await page.clock.fastForward(13 * MINUTES);
  await other.keyboard.press('Shift');
  await page.clock.fastForward(5 * MINUTES);

  await expect(new AppPages(other).person('Adele Vance')).toBeVisible();
  await expect(dialog(page)).toBeHidden();
});

test('the remaining tab takes over the idle timeout when the first one closes', async ({
  page,
  context,
}) => {
  await new AppPages(page).signIn();
  const other = await secondTab(context);
  await page.close();
  await other.clock.fastForward(15 * MINUTES);

  await expect(other.getByText('You were signed out because nothing had been done')).toBeVisible();
});

test('every tab is signed out when nobody is there', async ({ page, context }) => {
  await new AppPages(page).signIn();
  const other = await secondTab(context);
  await page.clock.fastForward(15 * MINUTES);

  await expect(new AppPages(page).signInLink()).toBeVisible();
  await expect(new AppPages(other).signInLink()).toBeVisible();
});

test('a tab that was signed out leaves the idle timeout to the one that has signed in again', async ({
  page,
  context,
}) => {
  await new AppPages(page).signIn();
  const other = await secondTab(context);
  await new AppPages(other).signOut();
  await expect(page.getByText('You were signed out in another tab.')).toBeVisible();
  await new AppPages(other).signInLink().click();
  await new LocalCloudPages(other).pick('Adele Vance');
  await new AppPages(other).person('Adele Vance').waitFor();
  await other.clock.fastForward(15 * MINUTES);

  await expect(other.getByText('You were signed out because nothing had been done')).toBeVisible();
});

test('without the idle timeout’s chunk the app does not start', async ({ page, watch }) => {
  watch.expectProblem('Failed to load resource');
  let held = false;
  await page.route('**/chunk-*.js', async (route) => {
    const response = await route.fetch();
    const isIdleTimeout = (await response.text()).includes('Are you still there?');
    held ||= isIdleTimeout;
    await (isIdleTimeout ? route.abort() : route.fulfill({ response }));
  });
  await page.goto('/profile');

  await expect(new AppPages(page).problem()).toContainText('did not load completely');
  expect(held).toBe(true);
  expect(watch.authorizeRequests).toHaveLength(0);
});
