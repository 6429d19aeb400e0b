import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';

test('without the role the page is not even loaded, and it says which role that is', async ({
  page,
  watch,
}) => {
  await new AppPages(page).signIn();

  await expect(page.getByRole('link', { name: 'Admin' })).toHaveCount(0);

  const before = watch.urls.length;
  await page.goto('/admin');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This page is not for everybody',
  );
  await expect(page.getByRole('main')).toContainText('the role Admin, which Adele Vance');
  await expect(page).toHaveURL(/\/admin$/);
  expect(watch.urls.slice(before).filter((url) => url.includes('/memberOf'))).toEqual([]);
});

test('with the role, going to the page signs in first, and groups are asked for on their own', async ({
  page,
}) => {
  await page.goto('/admin?x=1');
  await new LocalCloudPages(page).signInForTheFirstTime('Megan Bowen');

  await expect(page.getByRole('heading', { name: 'Administration' })).toBeVisible();
  await expect(page).toHaveURL(/\/admin\?x=1$/);
  await expect(page.getByRole('link', { name: 'Admin' }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Allow access' }).click();
  await new LocalCloudPages(page).accept();

  await expect(
    page.getByRole('list', { name: 'Groups' }).getByRole('listitem').first(),
  ).toBeVisible();
});

test('an address of the forbidden page says nothing that somebody made up', async ({ page }) => {
  await page.goto('/forbidden?role=<b>call</b>');

  await expect(page.getByRole('main')).not.toContainText('call');
});
