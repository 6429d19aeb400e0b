import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';

for (const memory of ['on', 'off'] as const) {
  test.describe(`with the browser's back-forward memory ${memory}`, () => {
    test.use({ backForwardMemory: memory === 'on' });

    test(`F39: Back from Entra ID leaves an app that can sign in (memory ${memory})`, async ({
      page,
    }) => {
      const app = new AppPages(page);
      await page.goto('/');
      await app.signInLink().click();
      await new LocalCloudPages(page).pickHeading().waitFor();
      await page.goBack();
      await app.signInLink().click();
      await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');

      await expect(app.person('Adele Vance')).toBeVisible();
    });

    test(`F40: Back after sign-out shows nothing of the person (memory ${memory})`, async ({
      page,
    }) => {
      const app = new AppPages(page);
      await app.signIn();
      await app.signOutButton().click();
      await expect(app.signInLink()).toBeVisible();
      await page.goBack();

      await expect(page.getByText('Adele Vance', { exact: true })).toBeHidden();
      await expect(app.signOutButton()).toBeHidden();
    });
  });
}

test('F43, S21: signing out in one tab signs the other out within two seconds', async ({
  page,
  context,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  const other = await context.newPage();
  await other.goto('/profile');
  await new LocalCloudPages(other).pick('Adele Vance');
  await expect(new AppPages(other).person('Adele Vance')).toBeVisible();
  await app.signOutButton().click();

  await expect(other.getByText('You were signed out in another tab.')).toBeVisible({
    timeout: 2_000,
  });
  await expect(other.getByText('Adele Vance')).toHaveCount(0);
  const kept = await other.evaluate(() => Object.keys(sessionStorage).join());
  expect(kept).not.toMatch(/accesstoken|refreshtoken|idtoken/i);
});

test('F45, S22: signing out while Entra ID is down signs out here and says so', async ({
  page,
  cloud,
  watch,
}) => {
  watch.expectProblem('ERR_EMPTY_RESPONSE');
  const app = new AppPages(page);
  await app.signIn();
  cloud.faults.add({ at: 'discovery', fault: { kind: 'abort' } });
  cloud.faults.add({ at: 'logout', fault: { kind: 'abort' } });
  await app.signOutButton().click();

  await expect(page.getByText('You are signed out here.')).toBeVisible();
  await expect(app.signInLink()).toBeVisible();
  const kept = await page.evaluate(() => Object.keys(sessionStorage).join());
  expect(kept).not.toMatch(/accesstoken|refreshtoken|idtoken/i);
});

test('F44: switching the account shows the other person and nothing of the first', async ({
  page,
}) => {
  const app = new AppPages(page);
  await app.signIn('Adele Vance');
  await page.getByRole('button', { name: 'Account of Adele Vance' }).click();
  await page.getByRole('button', { name: 'Use another account' }).click();
  await new LocalCloudPages(page).signInForTheFirstTime('Oscar Ward');
  await expect(app.person('Oscar Ward')).toBeVisible();
  await page.getByRole('button', { name: 'Account of Oscar Ward' }).click();
  await page.getByRole('button', { name: 'Switch to Adele Vance' }).click();

  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('oscar');
});
