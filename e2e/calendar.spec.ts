import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';

const week = (page: Page) => page.getByRole('heading', { level: 2 });
const times = (page: Page) => page.getByText(/\d+:\d\d [AP]M – /).allInnerTexts();

async function openCalendar(page: Page): Promise<void> {
  const app = new AppPages(page);
  await app.signIn();
  await app.openAndAllow('Calendar');
  await week(page).waitFor();
}

test.use({ timezoneId: 'Asia/Tokyo' });

test('the calendar asks once for what it needs, and shows a week of seven days', async ({
  page,
  watch,
}) => {
  await openCalendar(page);

  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(7);
  await expect(page.getByText('Today')).toHaveCount(1);
  const scopes = watch.authorizeRequests.at(-1)?.searchParams.get('scope')?.split(' ');
  expect(scopes).toEqual(expect.arrayContaining(['Calendars.Read', 'MailboxSettings.Read']));
  expect(watch.authorizeRequests).toHaveLength(2);
});

test('times are those of the mailbox, or on request those of the device', async ({ page }) => {
  await openCalendar(page);
  const atMailbox = await times(page);
  await page.getByLabel('this device (Asia/Tokyo)').check();

  await expect.poll(() => times(page)).not.toEqual(atMailbox);

  await page.getByLabel('your mailbox').check();

  await expect.poll(() => times(page)).toEqual(atMailbox);
});

test('weeks are gone through by links, which Back goes back on', async ({ page }) => {
  await openCalendar(page);
  const thisWeek = await week(page).innerText();
  await page.getByRole('link', { name: 'Next' }).click();

  await expect(week(page)).not.toHaveText(thisWeek);
  await expect(page).toHaveURL(/\?week=\d{4}-\d\d-\d\d$/);

  await page.goBack();

  await expect(week(page)).toHaveText(thisWeek);
});

test('a slow answer for a week that was left is never shown under another', async ({ page }) => {
  await openCalendar(page);
  const held: (() => void)[] = [];
  await page.route(/calendarView/, async (route) => {
    if (held.length === 0) await new Promise<void>((resolve) => held.push(resolve));
    await route.continue().catch(() => undefined);
  });
  const next = page.getByRole('link', { name: 'Next' });
  await next.click();
  await expect.poll(() => held.length).toBe(1);
  await next.click();
  await expect(page).toHaveURL(/week=/);
  const monday = new URL(page.url()).searchParams.get('week') ?? '';
  const day = String(Number(monday.slice(8)));

  await expect(week(page)).toContainText(day);
  held[0]?.();

  await expect(page.getByRole('heading', { level: 3 }).first()).toContainText(day);
});

test('an address that names no week shows this one', async ({ page }) => {
  await openCalendar(page);
  const thisWeek = await week(page).innerText();
  await page.goto('/calendar?week=<b>');

  await expect(week(page)).toHaveText(thisWeek);
});
