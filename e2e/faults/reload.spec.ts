import { builtChunk } from '../fixtures/built-chunk.ts';
import { storedKeys, TOKEN_KEY } from '../fixtures/storage.ts';
import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';

test('F41: a reload at any step of the sign-in ends signed in or at a clean start', async ({
  page,
  watch,
}) => {
  const app = new AppPages(page);
  const cloud = new LocalCloudPages(page);
  await page.goto('/');
  await page.reload();
  await app.signInLink().click();
  await cloud.pickHeading().waitFor();
  await page.reload();
  await cloud.pick('Adele Vance');
  await cloud.consentHeading().waitFor();
  await page.reload();
  await cloud.accept();
  await app.person('Adele Vance').waitFor();
  await page.reload();

  await expect(app.person('Adele Vance')).toBeVisible();
  expect(watch.authorizeRequests.length).toBeLessThanOrEqual(2);
});

test('F41: a reload while the code is being redeemed signs in again, and ends on the wanted page', async ({
  page,
  cloud,
}) => {
  const app = new AppPages(page);
  const undo = cloud.faults.add({ at: 'token', fault: { kind: 'hang' } });
  await page.goto('/profile?x=1#y');
  const redeeming = page.waitForRequest(/\/token/);
  await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');
  await redeeming;
  undo();
  await page.reload();

  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(page).toHaveURL(/\/profile\?x=1#y$/);
});

test('F41: a reload between the tokens and the app that takes them up ends signed in on the wanted page', async ({
  page,
  watch,
}) => {
  const app = new AppPages(page);
  const boot = `**/${await builtChunk('Skip to content')}`;
  await page.goto('/profile?x=1#y');
  await new LocalCloudPages(page).pick('Adele Vance');
  await new LocalCloudPages(page).consentHeading().waitFor();
  await page.route(boot, () => undefined);
  const redeemed = page.waitForResponse(/\/oauth2\/v2\.0\/token/);
  await new LocalCloudPages(page).accept();
  await redeemed;
  await expect.poll(async () => (await storedKeys(page)).join()).toMatch(TOKEN_KEY);
  expect((await storedKeys(page)).join()).not.toMatch(/app\|[^,]*\|signed-in/);
  await page.unroute(boot);
  await page.reload();

  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(page).toHaveURL(/\/profile\?x=1#y$/);
  expect((await storedKeys(page)).join()).toMatch(/app\|[^,]*\|signed-in/);
  expect(watch.authorizeRequests).toHaveLength(1);
});
