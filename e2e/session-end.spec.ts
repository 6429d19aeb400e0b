import type { Page } from '@playwright/test';
import { storedKeys } from './fixtures/storage.ts';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';

const HOURS = 3_600_000;
const MINUTES = 60_000;

const dialog = (page: Page) => page.getByRole('alertdialog');

/** Signs in with a fake clock and types a draft. */
async function signInAndWrite(page: Page): Promise<void> {
  const app = new AppPages(page);
  await page.clock.install();
  await app.signIn('Adele Vance', '/profile?x=1');
  await app.writeDraft('The office is the wrong one.');
}

test('ten minutes before the end a person is asked, stays signed in, and loses nothing they typed', async ({
  page,
  watch,
}) => {
  await signInAndWrite(page);
  await page.clock.fastForward(24 * HOURS - 9 * MINUTES);

  await expect(dialog(page)).toContainText('Your session ends soon');
  await expect(dialog(page).getByRole('button', { name: 'Stay signed in' })).toBeFocused();

  // The sign-in that follows needs the real time.
  await page.clock.setSystemTime(Date.now());
  await dialog(page).getByRole('button', { name: 'Stay signed in' }).click();
  await expect.poll(() => watch.authorizeRequests.length).toBe(2);

  await expect(new AppPages(page).person('Adele Vance')).toBeVisible();
  await expect(page).toHaveURL(/\/profile\?x=1$/);
  await expect(new AppPages(page).draft()).toHaveValue('The office is the wrong one.');
  await expect(dialog(page)).toBeHidden();
});

test('Escape dismisses the dialog until the session has ended', async ({ page }) => {
  await signInAndWrite(page);
  await page.clock.fastForward(24 * HOURS - 9 * MINUTES);
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');

  await expect(dialog(page)).toBeHidden();
  await expect(new AppPages(page).draft()).toBeFocused();

  await page.clock.fastForward(10 * MINUTES);

  await expect(dialog(page)).toContainText('Your session has ended');
});

test('a draft survives a reload and a step-up, and goes when it is discarded', async ({
  page,
  cloud,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  await app.writeDraft('The office is the wrong one.');
  cloud.faults.requireStepUp('adele@contoso.example');
  await app.reopenProfile();
  await new LocalCloudPages(page).approveButton().click();

  await expect(app.draft()).toHaveValue('The office is the wrong one.');

  await page.getByRole('button', { name: 'Discard' }).click();
  await page.reload();
  await app.person('Adele Vance').waitFor();
  await page.getByText('Something wrong here?').click();
  await expect(app.draft()).toHaveValue('');
});

test('S20: after the end of the session signing out leaves nothing, the draft included', async ({
  page,
}) => {
  await signInAndWrite(page);
  await page.clock.fastForward(25 * HOURS);
  await dialog(page).getByRole('button', { name: 'Sign out' }).click();
  await expect(new AppPages(page).signInLink()).toBeVisible();

  await expect.poll(() => storedKeys(page)).toEqual([]);
});
