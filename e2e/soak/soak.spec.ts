import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';
import { type Footprint, inFigures, openScales } from './footprint.ts';

/** What only shows after a while. `npm run soak` takes its time: 500 cycles and 200 changes. */
const cycles = Number(process.env['SOAK_CYCLES'] ?? 25);
const changes = Number(process.env['SOAK_CHANGES'] ?? 40);
/** The first few fill caches, which then stay. */
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
  const weigh = await openScales(page);
  const comeAndGo = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      await app.signInLink().click();
      await new LocalCloudPages(page).pick('Adele Vance');
      await app.person('Adele Vance').waitFor();
      await app.signOutButton().click();
      await app.signInLink().waitFor();
      // The page is there before MSAL has tidied up after the sign-out.
      await expect.poll(() => stored(page), 'what is stored').toEqual(['msal.version']);
    }
  };
  await app.signIn();
  await app.signOutButton().click();
  await app.signInLink().waitFor();
  await comeAndGo(WARM_UP);
  const before = await weigh();
  await comeAndGo(cycles - WARM_UP - 1);
  const after = await weigh();
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
  // What says that the session ends is fetched ten seconds after the start.
  await page.clock.fastForward(10_000);
  const weigh = await openScales(page);
  let [shown, other] = ['Oscar Ward', 'Adele Vance'];
  const change = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      await page.getByRole('link', { name: 'Home', exact: true }).click();
      await page.getByRole('link', { name: 'Open your profile' }).waitFor();
      await app.menu(shown).click();
      await page.getByRole('button', { name: `Switch to ${other}` }).click();
      [shown, other] = [other, shown];
      await page.getByRole('link', { name: 'Profile', exact: true }).click();
      await app.person(shown).waitFor();
    }
  };
  // The form for corrections comes last, when the browser is idle.
  const whole = () => page.getByText('Something wrong here?').waitFor();
  await change(2 * WARM_UP);
  await whole();
  const before = await weigh();
  const tokens = watch.tokenRequests.length;
  await change(changes - 2 * WARM_UP);
  await whole();
  const after = await weigh();
  report(testInfo, before, after);

  expectNoGrowth(before, after);
  expect(watch.tokenRequests).toHaveLength(tokens);
});

function stored(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    ...new Set([...Object.keys(sessionStorage), ...Object.keys(localStorage)]),
  ]);
}

function expectNoGrowth(before: Footprint, after: Footprint): void {
  expect(after.heapMegabytes - before.heapMegabytes, 'growth in MB').toBeLessThan(MAX_GROWTH_MB);
  expect(after.listeners, 'listeners').toBeLessThanOrEqual(before.listeners);
  expect(after.documents, 'documents').toBeLessThanOrEqual(before.documents);
  expect(after.nodes, 'nodes').toBeLessThanOrEqual(before.nodes + 50);
}

function report(
  { annotations }: { annotations: { type: string; description?: string }[] },
  before: Footprint,
  after: Footprint,
): void {
  annotations.push({ type: 'before', description: inFigures(before) });
  annotations.push({ type: 'after', description: inFigures(after) });
  // For whoever runs it by hand: the figures are what it is run for.
  process.stdout.write(`before ${inFigures(before)}\nafter  ${inFigures(after)}\n`);
}
