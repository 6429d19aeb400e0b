import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';

test.use({ trace: 'off' });

const MINUTE = 60_000;
const HOURS = 8;
const STEP_MINUTES = 10;
/** Entra ID gives a whole day to apps that declare CP1, and an hour to others. */
const LIFETIME_SECONDS = 3_600;
/** MSAL renews a token that has less than this left. */
const RENEWED_BEFORE_SECONDS = 300;

test(`a working day of ${HOURS} hours renews the token as often as it runs out, and never more`, async ({
  page,
  cloud,
  watch,
}) => {
  test.setTimeout(120_000);
  await page.route(/\/oauth2\/v2\.0\/token/, async (route) => {
    const response = await route.fetch();
    const json = (await response.json()) as object;
    await route.fulfill({ response, json: { ...json, expires_in: LIFETIME_SECONDS } });
  });
  await page.clock.install();
  const app = new AppPages(page);
  await app.signIn();
  const authorizeRequests = watch.authorizeRequests.length;
  for (let minutes = 0; minutes < HOURS * 60; minutes += STEP_MINUTES) {
    cloud.faults.shiftClock((minutes + STEP_MINUTES) * MINUTE);
    await page.clock.fastForward(STEP_MINUTES * MINUTE);
    await page.getByRole('link', { name: 'Home', exact: true }).click();
    await page.getByRole('link', { name: 'Open your profile' }).click();
    await app.person('Adele Vance').waitFor();
  }

  const refreshes = watch.tokenRequests.filter(
    (form) => form.get('grant_type') === 'refresh_token',
  );
  const expected = Math.ceil((HOURS * 3_600) / (LIFETIME_SECONDS - RENEWED_BEFORE_SECONDS));
  expect(Math.abs(refreshes.length - expected), `${refreshes.length} refreshes`).toBeLessThan(2);
  expect(watch.authorizeRequests).toHaveLength(authorizeRequests);
});
