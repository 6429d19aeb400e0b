import type { Page } from '@playwright/test';
import { audit } from '../fixtures/audit.ts';
import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';

/**
 * The pages that show a collection of Graph’s: all that may befall them, and what axe says to it. The profile has its
 * own, in graph.spec.ts; the tasks are not Graph’s.
 */
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
    const allow = page.getByRole('button', { name: 'Allow access' });
    const retry = page.getByRole('button', { name: 'Try again' });
    const openAnew = async () => {
      // Not by way of home, which asks for meetings as well.
      await link('Profile').click();
      await expect(page.getByRole('heading', { name: 'Your profile' })).toBeVisible();
      await link(name).click();
    };
    await page.goto('/profile');
    await cloud.signInForTheFirstTime('ليلى حداد');
    await expect(app.person('ليلى حداد')).toBeVisible();

    await link(name).click();
    await expect(allow).toBeVisible();
    await audit(page);
    await allow.click();
    await cloud.decline();
    await expect(app.problem()).toBeVisible();
    await audit(page);
    await link('Profile').click();
    await expect(app.person('ليلى حداد')).toBeVisible();
    await app.openAndAllow(name);
    await expect(content(page)).toBeVisible();
    await audit(page);

    await page.route(request, (route) => route.fulfill({ json: { value: [] } }));
    await openAnew();
    await expect(page.getByText(empty).first()).toBeVisible();
    await audit(page);
    await page.unroute(request);

    watch.expectProblem('403 (Forbidden)');
    await page.route(request, (route) =>
      route.fulfill({ status: 403, json: { error: { code: 'ErrorAccessDenied', message: '' } } }),
    );
    await openAnew();
    await expect(app.problem()).toContainText('HTTP 403');
    await audit(page);
    await page.unroute(request);
    await retry.click();
    await expect(content(page)).toBeVisible();

    watch.expectProblem('429 (Too Many Requests)');
    const headers = { 'Retry-After': '1' };
    const audited = Promise.withResolvers<undefined>();
    await page.route(request, async (route) => {
      await audited.promise;
      await route.continue();
    });
    await page.route(request, (route) => route.fulfill({ status: 429, headers }), { times: 1 });
    // The response to the retry may still be on its way to here.
    const refused = page.waitForResponse(
      (response) => request.test(response.url()) && response.status() === 429,
    );
    await openAnew();
    await refused;
    await expect(page.getByRole('main').getByText(/^Loading/)).toBeVisible();
    await audit(page);
    audited.resolve(undefined);
    await expect(content(page)).toBeVisible();
    await expect(app.problem()).toBeHidden();
    await page.unroute(request);

    await context.setOffline(true);
    await openAnew();
    await expect(app.problem()).toContainText('offline');
    await audit(page);
    // Nobody has to ask for it.
    await context.setOffline(false);
    await expect(content(page)).toBeVisible();
  });
}
