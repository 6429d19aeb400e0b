import { audit } from './fixtures/audit.ts';
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
  await audit(page);
});

test('with the role, going to the page signs in first, and groups are asked for on their own', async ({
  page,
  context,
  watch,
}) => {
  const app = new AppPages(page);
  const cloud = new LocalCloudPages(page);
  const allow = page.getByRole('button', { name: 'Allow access' });
  const groups = page.getByRole('list', { name: 'Groups' }).getByRole('listitem');
  const request = /\/me\/memberOf\?/;
  const openAnew = async () => {
    await page.getByRole('link', { name: 'Profile', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Your profile' })).toBeVisible();
    await page.getByRole('link', { name: 'Admin', exact: true }).click();
  };
  await page.goto('/admin?x=1');
  await cloud.signInForTheFirstTime('Megan Bowen');

  await expect(page.getByRole('heading', { name: 'Administration' })).toBeVisible();
  await expect(page).toHaveURL(/\/admin\?x=1$/);
  await expect(page.getByRole('link', { name: 'Admin' }).first()).toBeVisible();

  await allow.click();
  await cloud.decline();
  await expect(app.problem()).toBeVisible();
  await audit(page);
  await page.getByRole('link', { name: 'Admin', exact: true }).click();
  await expect(allow).toBeVisible();
  await audit(page);
  await allow.click();
  await cloud.accept();

  await expect(groups.first()).toBeVisible();
  await audit(page);

  await page.route(request, (route) => route.fulfill({ json: { value: [] } }));
  await openAnew();
  await expect(groups).toHaveText('You are in no group.');
  await audit(page);
  await page.unroute(request);

  watch.expectProblem('403 (Forbidden)');
  await page.route(request, (route) => route.fulfill({ status: 403, json: {} }));
  await openAnew();
  await expect(app.problem()).toContainText('HTTP 403');
  await audit(page);
  await page.unroute(request);

  watch.expectProblem('429 (Too Many Requests)');
  const audited = Promise.withResolvers<undefined>();
  await page.route(request, async (route) => {
    await audited.promise;
    await route.continue();
  });
  const headers = { 'Retry-After': '1' };
  await page.route(request, (route) => route.fulfill({ status: 429, headers }), { times: 1 });
  await openAnew();
  await expect(page.getByText('Loading your groups')).toBeVisible();
  await audit(page);
  audited.resolve(undefined);
  await expect(groups.first()).toBeVisible();

  await context.setOffline(true);
  await openAnew();
  await expect(app.problem()).toContainText('offline');
  await audit(page);
  await context.setOffline(false);
  await expect(groups.first()).toBeVisible();
});

test('an address of the forbidden page says nothing that somebody made up', async ({ page }) => {
  await page.goto('/forbidden?role=<b>call</b>');

  await expect(page.getByRole('main')).not.toContainText('call');
});
