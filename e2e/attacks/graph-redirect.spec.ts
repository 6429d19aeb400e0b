import { startForeignSite } from '../fixtures/foreign-site.ts';
import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';

test('S13: a redirect from Graph to another host is not followed, and the token stays', async ({
  page,
  cloud,
  watch,
}) => {
  watch.expectProblem('policy: connect-src');
  watch.expectProblem('has been blocked');
  const app = new AppPages(page);
  await app.signIn();
  const evil = await startForeignSite();
  const redirect = {
    kind: 'respond',
    status: 307,
    headers: { location: `${evil.url}/v1.0/me` },
  } as const;
  cloud.faults.add({ at: 'graph', path: '/me$', fault: redirect });
  await page.reload();

  await expect(app.problem()).toBeVisible();
  expect(evil.requests).toEqual([]);
  await evil.close();
});
