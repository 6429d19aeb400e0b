import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';

/**
 * Serves the app on another site than Entra ID, as in production: the browser partitions the storage of iframes and
 * withholds Entra ID's cookies from them.
 */
test.use({ host: 'app.localhost' });

test('F8: a hidden iframe without cookies costs one sign-in in the open, and nothing is typed', async ({
  page,
  cloud,
  watch,
}) => {
  const app = new AppPages(page);
  await app.signIn('Adele Vance', '/profile?x=1');
  cloud.faults.expireRefreshTokens();
  await app.reopenProfile();

  await expect.poll(() => watch.authorizeRequests.length).toBe(3);
  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(page).toHaveURL(/\/profile\?x=1$/);
  expect(watch.authorizeRequests.map((url) => url.searchParams.get('prompt'))).toEqual([
    null,
    'none',
    null,
  ]);
});
