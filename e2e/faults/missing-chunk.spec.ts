import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';

/** After a deployment the host no longer has the chunks of a page that is still open. */

/** @param text contained in the missing chunk; without it every chunk is missing */
async function removeChunks(page: Page, text = ''): Promise<() => Promise<void>> {
  const chunks = '**/chunk-*.js';
  await page.route(chunks, async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes(text)) await route.fulfill({ status: 404 });
    else await route.fulfill({ response });
  });
  // Waits for pending requests: the app preloads some chunks when it is idle.
  return () => page.unrouteAll({ behavior: 'wait' });
}

test.beforeEach(({ watch }) => {
  watch.expectProblem('404 (Not Found)');
});

test('F26: an app that did not arrive is said to be missing, once, and loading the page again keeps the deep link', async ({
  page,
  watch,
  baseURL,
}) => {
  const app = new AppPages(page);
  const deepLink = `${baseURL ?? ''}/profile?x=1#phone`;
  const findParts = await removeChunks(page);
  await page.goto(deepLink);

  await expect(app.problem()).toContainText('did not load completely');
  expect(watch.urls.filter((url) => url === deepLink.split('#')[0])).toHaveLength(1);
  expect(watch.authorizeRequests).toHaveLength(0);

  await findParts();
  await app.loadAgain().click();
  await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');

  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(page).toHaveURL(deepLink);
});

test('F26: Sign in on a landing page whose MSAL is gone leads to a page that loads again', async ({
  page,
  watch,
}) => {
  const app = new AppPages(page);
  const findParts = await removeChunks(page);
  await page.goto('/');
  await app.signInLink().click();

  await expect(app.problem()).toContainText('did not load completely');
  await expect(page).toHaveURL(/\/profile$/);
  expect(watch.authorizeRequests).toHaveLength(0);

  await findParts();
  await app.loadAgain().click();
  await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');

  await expect(app.person('Adele Vance')).toBeVisible();
});

test('F26: a page that is fetched when it is needed, and is gone, is offered again', async ({
  page,
  watch,
}) => {
  // What is logged of the error is its class.
  watch.expectProblem('ERROR TypeError');
  const app = new AppPages(page);
  const findParts = await removeChunks(page, 'There is nothing to show here');
  await page.goto('/profile');
  await new LocalCloudPages(page).pick('Adele Vance');
  await new LocalCloudPages(page).decline();

  await expect(app.problem()).toContainText('This page did not load');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Home' }).click();

  await expect(app.problem()).toBeHidden();
  await expect(app.signInLink()).toBeVisible();

  await page.goBack();
  await expect(app.problem()).toContainText('This page did not load');

  await findParts();
  await app.loadAgain().click();

  await expect(page.getByRole('heading', { name: 'No sign-in has failed' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible();
});
