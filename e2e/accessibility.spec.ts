import type { BrowserContext, Page } from '@playwright/test';
import type { LocalCloud } from '../emulator/index.ts';
import { audit } from './fixtures/audit.ts';
import { configure } from './fixtures/configure.ts';
import { expect, test } from './fixtures/test.ts';
import type { Watch } from './fixtures/watch.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';

const MINUTES = 60_000;
const HOURS = 60 * MINUTES;

interface Given {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly cloud: LocalCloud;
  readonly watch: Watch;
}

/**
 * Opens what no other test goes through. The states of the pages are audited where a test goes through them anyway: in
 * faults/pages.spec.ts, tasks.spec.ts, organization.spec.ts, account.spec.ts and admin.spec.ts.
 */
const views: Record<string, (given: Given) => Promise<void>> = {
  home: async ({ page }) => {
    await page.goto('/');
    await new AppPages(page).signInLink().waitFor();
  },
  'home, signed in': async ({ page }) => {
    await new AppPages(page).signIn();
    await page.getByRole('link', { name: 'Home', exact: true }).click();
    await page.getByRole('link', { name: 'Open your profile' }).waitFor();
  },
  profile: ({ page }) => new AppPages(page).signIn(),
  'profile, loading': async ({ page }) => {
    await page.route('**/v1.0/me?*', () => undefined);
    await page.goto('/profile');
    await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');
    await page.getByText('Loading your profile').waitFor();
  },
  'profile, error': async ({ page, cloud }) => {
    const fault = {
      kind: 'graph-error',
      status: 403,
      code: 'Authorization_RequestDenied',
    } as const;
    cloud.faults.add({ at: 'graph', path: '/me$', fault });
    await page.goto('/profile');
    await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');
    await new AppPages(page).problem().waitFor();
  },
  'mail with a message, and one that cannot be read': async ({ page, cloud, watch }) => {
    // Its frame runs no script, the watch's own included.
    watch.expectProblem('Blocked script execution');
    const app = new AppPages(page);
    await app.signIn();
    await app.openAndAllow('Mail');
    const links = page.getByRole('list', { name: 'Messages' }).getByRole('link');
    await links.nth(1).click();
    await page.getByRole('article').waitFor();
    await audit(page);
    const fault = { kind: 'graph-error', status: 404, code: 'ErrorItemNotFound' } as const;
    cloud.faults.add({ at: 'graph', path: '/me/messages/', fault });
    await links.nth(2).click();
    await app.problem().waitFor();
  },
  'people with a card, and a part of it that needs more': async ({ page }) => {
    const app = new AppPages(page);
    await app.signIn();
    await app.openAndAllow('People');
    await page.getByRole('list', { name: 'People' }).getByRole('link').nth(1).click();
    await page.getByRole('article').waitFor();
    await audit(page);
    await page.getByRole('button', { name: 'Show manager and reports' }).click();
    await app.problem().waitFor();
  },
  'the account menu with two accounts': async ({ page }) => {
    const app = new AppPages(page);
    await app.signIn();
    await app.addAccount('Adele Vance', 'Oscar Ward');
    await app.menu('Oscar Ward').click();
    await page.getByRole('button', { name: 'Sign out of all accounts' }).waitFor();
  },
  'the offline banner': async ({ page, context }) => {
    await new AppPages(page).signIn();
    await context.setOffline(true);
    await page.getByText('You are offline.').waitFor();
  },
  'home, signed out by another tab': async ({ page, context }) => {
    await configure(context, { cacheLocation: 'localStorage' });
    await new AppPages(page).signIn();
    const other = await context.newPage();
    await other.goto('/profile');
    await new AppPages(other).signOut();
    await page.getByText('You were signed out in another tab.').waitFor();
    await other.close();
  },
  'home, signed out on this device only': async ({ page, cloud }) => {
    const app = new AppPages(page);
    await app.signIn();
    cloud.faults.add({ at: 'logout', fault: { kind: 'abort' } });
    await app.signOut();
    await page.getByText('You are signed out here.').waitFor();
  },
  'the banner for a popup that was blocked': async ({ page, context }) => {
    await configure(context, { interaction: 'popup' });
    await page.addInitScript(() => {
      window.open = () => null;
    });
    await page.goto('/');
    await new AppPages(page).signInLink().click();
    await page.getByRole('button', { name: 'Sign in in this window' }).waitFor();
  },
  'the dialog before the session ends': async ({ page }) => {
    await page.clock.install();
    await new AppPages(page).signIn();
    await page.clock.fastForward(24 * HOURS - 9 * MINUTES);
    await page.getByRole('alertdialog', { name: 'Your session ends soon' }).waitFor();
  },
  'the dialog after the session has ended': async ({ page }) => {
    await page.clock.install();
    await new AppPages(page).signIn();
    await page.clock.fastForward(24 * HOURS + MINUTES);
    await page.getByRole('alertdialog', { name: 'Your session has ended' }).waitFor();
  },
  'the dialog before the idle timeout': async ({ page, context }) => {
    await configure(context, { idleTimeoutMinutes: 15 });
    await page.clock.install();
    await new AppPages(page).signIn();
    await page.clock.fastForward(14 * MINUTES + 5_000);
    await page.getByRole('alertdialog', { name: 'Are you still there?' }).waitFor();
  },
  'sign-in failed': async ({ page }) => {
    await page.goto('/profile');
    await new LocalCloudPages(page).pick('Adele Vance');
    await new LocalCloudPages(page).decline();
    await new AppPages(page).problem().waitFor();
  },
  'not found': async ({ page }) => {
    await page.goto('/nowhere');
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  },
  'start-up failure': async ({ page }) => {
    await page.route('**/config.json', (route) => route.fulfill({ json: {} }));
    // The landing page needs no settings.
    await page.goto('/profile');
    await new AppPages(page).problem().waitFor();
  },
  'bridge page': async ({ page }) => {
    await page.goto('/redirect.html');
    await page.getByText('no sign-in to finish').waitFor();
  },
};

for (const [name, open] of Object.entries(views)) {
  test(`axe finds nothing on ${name}`, async ({ page, context, cloud, watch }) => {
    await open({ page, context, cloud, watch });
    await audit(page);
  });
}

test('the whole way from home to profile and out again works with the keyboard alone', async ({
  page,
}) => {
  const app = new AppPages(page);
  const cloud = new LocalCloudPages(page);
  await page.goto('/');
  await app.signInLink().waitFor();
  await page.keyboard.press('Tab');

  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();

  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');

  await expect(app.signInLink()).toBeFocused();

  await page.keyboard.press('Enter');
  await cloud.pickHeading().waitFor();
  await page.getByRole('button', { name: 'Adele Vance' }).focus();
  await page.keyboard.press('Enter');
  await cloud.consentHeading().waitFor();
  await page.getByRole('button', { name: 'Accept' }).focus();
  await page.keyboard.press('Enter');
  await app.person('Adele Vance').waitFor();
  await app.account().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Account and appearance' })).toBeFocused();
  for (const name of ['Use another account', 'Sign out']) {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name, exact: true })).toBeFocused();
  }
  await page.keyboard.press('Space');

  await expect(app.signInLink()).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'You are signed out.' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('after a navigation the focus is on the new page’s heading', async ({ page }) => {
  await new AppPages(page).signIn();
  await page.getByRole('link', { name: 'Home', exact: true }).click();

  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});
