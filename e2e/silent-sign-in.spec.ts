import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';

test('with silentSignIn a session at the provider signs in on the landing page, once a tab', async ({
  app: site,
  context,
  page,
  watch,
  baseURL,
}) => {
  site.change({ silentSignIn: true });
  const silent = () => watch.authorizeRequests.filter((url) => url.search.includes('prompt=none'));

  // Nobody has a session: the page stays as it is.
  await page.goto('/');
  await expect.poll(() => silent().length).toBe(1);
  await expect
    .poll(() => watch.urls.some((url) => url.includes('/redirect.html#error=login_required')))
    .toBe(true);
  await expect(new AppPages(page).signInLink()).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();

  await new AppPages(page).signIn();
  const other = await context.newPage();
  await other.goto('/');

  await expect(new AppPages(other).menu('Adele Vance')).toBeVisible();
  await expect(other.getByText('Good to see you, Adele Vance')).toBeVisible();
  expect(other.url()).toBe(`${baseURL ?? ''}/`);

  // After the sign-out, only a click signs in.
  await new AppPages(other).signOut();
  await expect(other.getByText('You are signed out.')).toBeVisible();
  await other.goto('/');
  await expect(new AppPages(other).signInLink()).toBeVisible();
  expect(silent()).toHaveLength(2);
});
