import { storedKeys } from '../fixtures/storage.ts';
import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';

test('F23: a storage that is full gets a page that says so, and one that has room again signs in', async ({
  page,
  watch,
}) => {
  const app = new AppPages(page);
  await page.goto('/');
  await page.evaluate(fill);
  await app.signInLink().click();

  await expect(app.problem()).toContainText('full');
  expect(watch.authorizeRequests).toHaveLength(0);

  await page.evaluate(() => {
    sessionStorage.clear();
  });
  await page.getByRole('button', { name: 'Try again' }).click();

  await expect(page.getByRole('heading', { name: 'Pick an account' })).toBeVisible();
});

test('F23: a storage that runs full while somebody signs in leaves no half session, and then signs in', async ({
  page,
}) => {
  const app = new AppPages(page);
  await page.goto('/profile?x=1');
  await page.route(/\/oauth2\/v2\.0\/token/, async (route) => {
    // Leaves room for the account, but not for its tokens.
    await page.evaluate(() => {
      sessionStorage.setItem('room', 'x'.repeat(2_000));
    });
    await page.evaluate(fill);
    await page.evaluate(() => {
      sessionStorage.removeItem('room');
    });
    await route.continue();
  });
  await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');

  await expect(app.problem()).toContainText('full');
  await expect(app.account()).toBeHidden();
  const keys = await storedKeys(page);
  expect(keys.filter((key) => /login\.|accesstoken|idtoken|signed-in/.test(key))).toEqual([]);

  await page.unrouteAll();
  await page.evaluate(() => {
    sessionStorage.clear();
  });
  await app.tryAgain().click();

  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(page).toHaveURL(/\/profile\?x=1$/);
});

/** Runs in the page. Fills its storage to the last character. */
function fill(): void {
  for (let length = 2 ** 23; length >= 1; length /= 2) {
    try {
      for (;;) sessionStorage.setItem(`full ${Math.random()}`, 'x'.repeat(length));
    } catch {
      // Tries again with less.
    }
  }
}
