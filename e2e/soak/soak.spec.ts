import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';
import { type MemoryUsage, formatMemory, openMemoryProbe } from './memory-usage.ts';

/** `npm run soak` runs 500 cycles and 200 changes. */
const cycles = Number(process.env['SOAK_CYCLES'] ?? 25);
const changes = Number(process.env['SOAK_CHANGES'] ?? 40);
/** Cycles that fill caches before the first measurement. */
const WARM_UP = 5;
const MAX_GROWTH_MB = 5;

test.use({ trace: 'off' });

test(`${cycles} sign-ins and sign-outs leave nothing but msal.version, and no growing heap`, async ({
  page,
  watch,
}, testInfo) => {
  test.setTimeout(60_000 + cycles * 10_000);
  watch.expectAuthorizeRequests(cycles);
  const app = new AppPages(page);
  const measure = await openMemoryProbe(page);
  const signInAndOut = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      await app.signInLink().click();
      await new LocalCloudPages(page).pick('Adele Vance');
      await app.person('Adele Vance').waitFor();
      await app.signOut();
      await app.signInLink().waitFor();
      // MSAL clears its cache after the page is shown.
      await expect.poll(() => storedKeys(page), 'what is stored').toEqual(['msal.version']);
    }
  };
  await app.signIn();
  await app.signOut();
  await app.signInLink().waitFor();
  await signInAndOut(WARM_UP);
  const before = await measure();
  await signInAndOut(cycles - WARM_UP - 1);
  const after = await measure();
  report(testInfo, before, after);

  expectNoGrowth(before, after);
});

test(`${changes} changes of page and account in one page life take no further token, and leave no growing heap`, async ({
  page,
  watch,
}, testInfo) => {
  test.setTimeout(60_000 + changes * 2_000);
  await page.clock.install();
  const app = new AppPages(page);
  await app.signIn('Adele Vance');
  await app.menu('Adele Vance').click();
  await page.getByRole('button', { name: 'Use another account' }).click();
  await new LocalCloudPages(page).signInForTheFirstTime('Oscar Ward');
  await app.person('Oscar Ward').waitFor();
  // The session expiry dialog is fetched ten seconds after the start.
  await page.clock.fastForward(10_000);
  const measure = await openMemoryProbe(page);
  let [shown, other] = ['Oscar Ward', 'Adele Vance'];
  const change = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      await page.getByRole('link', { name: 'Home', exact: true }).click();
      await page.getByRole('link', { name: 'Open your profile' }).waitFor();
      await app.menu(shown).click();
      await page.getByRole('button', { name: `Switch to ${other}` }).click();
      [shown, other] = [other, shown];
      await page
        .getByRole('navigation', { name: 'Pages' })
        .getByRole('link', { name: 'Profile' })
        .click();
      await app.person(shown).waitFor();
    }
  };
  // The correction form is the last part to load, when the browser is idle.
  const allParts = () => page.getByText('Something wrong here?').waitFor();
  await change(2 * WARM_UP);
  await allParts();
  const before = await measure();
  const tokens = watch.tokenRequests.length;
  await change(changes - 2 * WARM_UP);
  await allParts();
  const after = await measure();
  report(testInfo, before, after);

  expectNoGrowth(before, after);
  expect(watch.tokenRequests).toHaveLength(tokens);
});

function storedKeys(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    ...new Set([...Object.keys(sessionStorage), ...Object.keys(localStorage)]),
  ]);
}

function expectNoGrowth(before: MemoryUsage, after: MemoryUsage): void {
  expect(after.heapMegabytes - before.heapMegabytes, 'growth in MB').toBeLessThan(MAX_GROWTH_MB);
  expect(after.listeners, 'listeners').toBeLessThanOrEqual(before.listeners);
  expect(after.documents, 'documents').toBeLessThanOrEqual(before.documents);
  expect(after.nodes, 'nodes').toBeLessThanOrEqual(before.nodes + 50);
}

function report(
  { annotations }: { annotations: { type: string; description?: string }[] },
  before: MemoryUsage,
  after: MemoryUsage,
): void {
  annotations.push({ type: 'before', description: formatMemory(before) });
  annotations.push({ type: 'after', description: formatMemory(after) });
  // `npm run soak` is run for these figures.
  process.stdout.write(`before ${formatMemory(before)}\nafter  ${formatMemory(after)}\n`);
}
