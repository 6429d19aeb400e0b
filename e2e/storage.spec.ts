import { configure } from './fixtures/configure.ts';
import { storedKeys, TOKEN_KEY } from './fixtures/storage.ts';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';

test.describe('with tokens in localStorage', () => {
  test.beforeEach(async ({ context }) => {
    await configure(context, { cacheLocation: 'localStorage' });
  });

  test('a sign-in is there for a tab opened after it, without asking Entra ID', async ({
    page,
    context,
    watch,
  }) => {
    await new AppPages(page).signIn();
    const other = await context.newPage();
    await other.goto('/profile');

    await expect(new AppPages(other).person('Adele Vance')).toBeVisible();
    expect(watch.authorizeRequests).toHaveLength(1);
  });

  test('the session survives the tab it was started in', async ({ page, context, watch }) => {
    await new AppPages(page).signIn();
    const other = await context.newPage();
    await page.close();
    await other.goto('/profile');

    await expect(new AppPages(other).person('Adele Vance')).toBeVisible();
    expect(watch.authorizeRequests).toHaveLength(1);
  });

  test('S21: signing out in one tab signs the other out within two seconds', async ({
    page,
    context,
  }) => {
    await new AppPages(page).signIn();
    const other = await context.newPage();
    await other.goto('/profile');
    await new AppPages(other).person('Adele Vance').waitFor();
    await new AppPages(page).signOut();

    await expect(other.getByText('You were signed out in another tab.')).toBeVisible({
      timeout: 2_000,
    });
    await expect(other.getByText('Adele Vance')).toHaveCount(0);
  });

  test('S20: nothing of the person is left in the browser after signing out', async ({
    page,
    context,
  }) => {
    const app = new AppPages(page);
    await app.signIn();
    await app.writeDraft('The office is the wrong one.');
    expect(await storedKeys(page)).not.toEqual([]);
    await app.signOut();

    await expect(app.signInLink()).toBeVisible();
    await expect.poll(() => storedKeys(page)).toEqual([]);
    await expect(page.getByText('Adele')).toHaveCount(0);

    const other = await context.newPage();
    await other.goto('/profile');

    await expect(new LocalCloudPages(other).pickHeading()).toBeVisible();
  });

  test('S21: closing the tab right after selecting Sign out leaves nobody signed in', async ({
    page,
    context,
    cloud,
  }) => {
    const app = new AppPages(page);
    await app.signIn();
    // The app checks first whether Entra ID is reachable, and gets no response.
    cloud.faults.add({ at: 'logout', fault: { kind: 'hang' } });
    await app.signOut();
    await expect.poll(async () => (await storedKeys(page)).join()).not.toMatch(TOKEN_KEY);
    await expect(page.getByRole('status').filter({ hasText: 'Signing you out' })).toBeVisible();
    const next = await context.newPage();
    await page.close();
    await next.goto('/');

    await expect(new AppPages(next).signInLink()).toBeVisible();
    expect((await storedKeys(next)).join()).not.toMatch(TOKEN_KEY);
  });

  test('S20: a draft of a tab that was away during the sign-out is gone when it returns', async ({
    page,
    context,
  }) => {
    const app = new AppPages(page);
    await app.signIn();
    await app.writeDraft('The office is the wrong one.');
    await page.goto('about:blank');
    const other = await context.newPage();
    await other.goto('/profile');
    await new AppPages(other).signOut();
    await expect(new AppPages(other).signInLink()).toBeVisible();
    await page.goto('/profile');
    await new LocalCloudPages(page).pickHeading().waitFor();
    await page.goto('/');

    await expect(app.signInLink()).toBeVisible();
    expect((await storedKeys(page)).join()).not.toContain('draft');
  });

  test('F42: a tab that redeems its code while another one signs in reaches its page', async ({
    page,
    context,
  }) => {
    const other = await context.newPage();
    await Promise.all([page.goto('/profile'), other.goto('/profile?x=1')]);
    const held = Promise.withResolvers<undefined>();
    await other.route(/\/oauth2\/v2\.0\/token/, async (route) => {
      await held.promise;
      await route.continue();
    });
    // Both tabs reach the account picker before Entra ID knows the person.
    await new LocalCloudPages(page).pickHeading().waitFor();
    const redeeming = other.waitForRequest(/\/oauth2\/v2\.0\/token/);
    await new LocalCloudPages(other).signInForTheFirstTime('Adele Vance');
    await redeeming;
    await new LocalCloudPages(page).pick('Adele Vance');
    await new AppPages(page).person('Adele Vance').waitFor();
    held.resolve(undefined);

    await expect(new AppPages(other).person('Adele Vance')).toBeVisible();
    await expect(other).toHaveURL(/\/profile\?x=1$/);
  });

  test('F44: an account switched to in one tab is the other tab’s too', async ({
    page,
    context,
  }) => {
    const app = new AppPages(page);
    await app.signIn('Adele Vance');
    const other = await context.newPage();
    await other.goto('/profile');
    await new AppPages(other).person('Adele Vance').waitFor();
    await app.addAccount('Adele Vance', 'Oscar Ward');

    await expect(new AppPages(other).person('Oscar Ward')).toBeVisible();
    await expect(other.getByRole('main')).not.toContainText('adele');
  });
});
