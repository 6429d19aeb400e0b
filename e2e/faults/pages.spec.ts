import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';

/** The pages that show a collection of Graph’s. The profile has its own, in graph.spec.ts; the tasks are not Graph’s. */
const PAGES = [
  {
    name: 'Mail',
    request: /\/me\/messages\?/,
    content: (page: Page) => page.getByRole('list', { name: 'Messages' }).getByRole('link').first(),
    empty: 'There is no mail.',
  },
  {
    name: 'Calendar',
    request: /\/me\/calendarView\?/,
    content: (page: Page) => page.getByRole('heading', { level: 3 }).first(),
    empty: 'Nothing planned',
  },
  {
    name: 'People',
    request: /\/users\?/,
    content: (page: Page) => page.getByRole('list', { name: 'People' }).getByRole('link').first(),
    empty: 'Nobody has such a name.',
  },
] as const;

for (const { name, request, content, empty } of PAGES) {
  test(`${name} without consent, empty, refused, throttled and offline, for a person who writes from right to left`, async ({
    page,
    context,
    watch,
  }) => {
    watch.expectAuthorizeRequests(3);
    const app = new AppPages(page);
    const cloud = new LocalCloudPages(page);
    const link = (label: string) =>
      page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: label });
    const retry = page.getByRole('button', { name: 'Try again' });
    const openAnew = async () => {
      await link('Home').click();
      await link(name).click();
    };
    await page.goto('/profile');
    await cloud.signInForTheFirstTime('ليلى حداد');
    await expect(app.person('ليلى حداد')).toBeVisible();

    await link(name).click();
    await page.getByRole('button', { name: 'Allow access' }).click();
    await cloud.decline();
    await expect(app.problem()).toBeVisible();
    await link('Profile').click();
    await expect(app.person('ليلى حداد')).toBeVisible();
    await app.openAndAllow(name);
    await expect(content(page)).toBeVisible();

    await page.route(request, (route) => route.fulfill({ json: { value: [] } }));
    await openAnew();
    await expect(page.getByText(empty).first()).toBeVisible();
    await page.unroute(request);

    watch.expectProblem('403 (Forbidden)');
    await page.route(request, (route) =>
      route.fulfill({ status: 403, json: { error: { code: 'ErrorAccessDenied', message: '' } } }),
    );
    await openAnew();
    await expect(app.problem()).toContainText('HTTP 403');
    await page.unroute(request);
    await retry.click();
    await expect(content(page)).toBeVisible();

    watch.expectProblem('429 (Too Many Requests)');
    const headers = { 'Retry-After': '1' };
    await page.route(request, (route) => route.fulfill({ status: 429, headers }), { times: 1 });
    await openAnew();
    await expect(content(page)).toBeVisible();
    await expect(app.problem()).toBeHidden();

    await context.setOffline(true);
    await openAnew();
    await expect(app.problem()).toContainText('offline');
    // Nobody has to ask for it.
    await context.setOffline(false);
    await expect(content(page)).toBeVisible();
  });
}
