import type { Route } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';

/** A valid config.json, for tests to break. */
const config = {
  clientId: '00001111-aaaa-2222-bbbb-3333cccc4444',
  cloud: 'global',
  tenant: 'common',
};

const cases: {
  title: string;
  response: Parameters<Route['fulfill']>[0];
  texts: string[];
  logged?: string[];
}[] = [
  {
    title: 'is missing',
    response: { status: 404 },
    texts: ['HTTP 404', 'beside index.html'],
    logged: ['404 (Not Found)'],
  },
  {
    title: 'is the page a host sends for everything',
    response: { contentType: 'text/html', body: '<!doctype html><title>App</title>' },
    texts: ['an HTML page', 'fallback'],
  },
  { title: 'is not JSON', response: { body: '{"clientId":' }, texts: ['not JSON'] },
  {
    title: 'has a wrong and a missing field',
    response: { json: { ...config, clientId: 'abc', tenant: undefined } },
    texts: ['clientId', '"abc"', 'Application (client) ID', 'tenant', 'There is no default'],
  },
  {
    title: 'has no tenant',
    response: { json: { ...config, tenant: undefined } },
    texts: ['tenant', '(missing)', 'There is no default'],
  },
];

for (const { title, response, texts, logged = [] } of cases) {
  test(`F25: a config.json that ${title} gets a page that says so`, async ({ page, watch }) => {
    for (const text of logged) watch.expectProblem(text);
    await page.route('**/config.json', (route) => route.fulfill(response));
    await page.goto('/profile');

    for (const text of texts) await expect(new AppPages(page).problem()).toContainText(text);
    expect(watch.authorizeRequests).toHaveLength(0);
  });
}

test('F25: once config.json is mended, Try again starts the app where the person was', async ({
  page,
  watch,
}) => {
  watch.expectProblem('404 (Not Found)');
  await page.route('**/config.json', (route) => route.fulfill({ status: 404 }), { times: 1 });
  await page.goto('/nowhere');
  await page.getByRole('button', { name: 'Try again' }).click();

  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
});

test('F25: a request for config.json times out after ten seconds', async ({ page }) => {
  await page.route('**/config.json', () => undefined);
  await page.goto('/profile');

  await expect(page.getByRole('status')).toHaveText('Loading…');
  await expect(new AppPages(page).problem()).toContainText('no answer within 10 seconds', {
    timeout: 12_000,
  });
});

test('who is signed in starts with the settings they have, and gets a change at the page load after', async ({
  page,
  app,
}) => {
  await new AppPages(page).signIn();
  const notice = page.getByRole('complementary', { name: 'Local cloud' });
  app.change({ cloud: 'global', localCloud: undefined });
  const updated = page.waitForResponse('**/config.json');
  await page.goto('/');

  await expect(notice).toBeVisible();
  await (await updated).finished();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(notice).toBeHidden();
});
