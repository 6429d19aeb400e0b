import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';

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

/** To be evaluated in the page: takes every character that its storage has room for. */
function fill(): void {
  for (let length = 2 ** 23; length >= 1; length /= 2) {
    try {
      for (;;) sessionStorage.setItem(`full ${Math.random()}`, 'x'.repeat(length));
    } catch {
      // No room for this much; there is for less.
    }
  }
}
