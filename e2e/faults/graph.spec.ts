import { countMeRequests } from '../fixtures/me-requests.ts';
import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';

const ME = { at: 'graph', path: '/me$' } as const;

test('F31: a refused permission is explained, with the request ID for support', async ({
  page,
  cloud,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  cloud.faults.add({
    ...ME,
    fault: { kind: 'graph-error', status: 403, code: 'Authorization_RequestDenied' },
  });
  await page.reload();

  await expect(app.problem()).toContainText('permission');
  await expect(app.problem()).toContainText('HTTP 403');
  await expect(app.problem()).toContainText('Request ID');
  await expect(page).toHaveURL(/\/profile$/);
});

test('F33: a busy Graph is asked again after the pause it names', async ({
  page,
  cloud,
  watch,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  const before = countMeRequests(watch.urls);
  cloud.faults.add({
    ...ME,
    times: 1,
    fault: { kind: 'graph-error', status: 429, code: 'TooManyRequests', retryAfter: 1 },
  });
  await page.reload();

  await expect(app.person('Adele Vance')).toBeVisible();
  expect(countMeRequests(watch.urls) - before).toBe(2);
});

test('F34: two failures of Graph in a row are got over without the person noticing', async ({
  page,
  cloud,
  watch,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  const before = countMeRequests(watch.urls);
  cloud.faults.add({ ...ME, times: 2, fault: { kind: 'respond', status: 500 } });
  await page.reload();

  await expect(app.person('Adele Vance')).toBeVisible();
  expect(countMeRequests(watch.urls) - before).toBe(3);
});

test('F34: a Graph that stays broken is said to be, and Try again works once it is mended', async ({
  page,
  cloud,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  const undo = cloud.faults.add({ ...ME, fault: { kind: 'respond', status: 503 } });
  await page.reload();
  await expect(app.problem()).toContainText('HTTP 503', { timeout: 15_000 });
  undo();
  await page.getByRole('button', { name: 'Try again' }).click();

  await expect(app.person('Adele Vance')).toBeVisible();
});

test('F35: a Graph that never answers times out after 15 seconds', async ({ page, cloud }) => {
  await page.clock.install();
  const app = new AppPages(page);
  await app.signIn();
  cloud.faults.add({ ...ME, fault: { kind: 'hang' } });
  const asked = page.waitForRequest(/\/v1\.0\/me\?/);
  await page.reload();
  await asked;
  await page.clock.fastForward(15_000);

  await expect(app.problem()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});

for (const [title, body] of [
  ['an HTML page', '<h1>Hello</h1>'],
  ['nothing', ''],
  ['half a JSON text', '{"displayName":'],
] as const) {
  test(`F36: a Graph that answers with ${title} gets an error, not a blank page`, async ({
    page,
    cloud,
  }) => {
    const app = new AppPages(page);
    await app.signIn();
    cloud.faults.add({ ...ME, fault: { kind: 'respond', status: 200, body } });
    await page.reload();

    await expect(app.problem()).toContainText('could not be read');
  });
}
