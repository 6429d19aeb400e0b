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

test('F41: a reload while the code is being redeemed leaves an app that can sign in', async ({
  page,
  cloud,
}) => {
  const app = new AppPages(page);
  const undo = cloud.faults.add({ at: 'token', fault: { kind: 'hang' } });
  await page.goto('/profile');
  const redeeming = page.waitForRequest(/\/token/);
  await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');
  await redeeming;
  undo();
  await page.reload();
  await app.signInLink().click();
  await new LocalCloudPages(page).pick('Adele Vance');

  await expect(app.person('Adele Vance')).toBeVisible();
});
