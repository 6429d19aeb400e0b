import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';

const rows = (page: Page) => page.getByRole('list', { name: 'People' }).getByRole('listitem');
const search = (page: Page) => page.getByLabel('Search people by name');

async function openPeople(page: Page): Promise<void> {
  const app = new AppPages(page);
  await app.signIn();
  await app.openAndAllow('People');
  await rows(page).first().waitFor();
}

test('people are found as one types, with one request for a pause', async ({ page }) => {
  await openPeople(page);
  const requests: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('$search')) requests.push(request.url());
  });
  await search(page).pressSequentially('megan', { delay: 40 });

  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Megan');
  expect(requests).toHaveLength(1);

  await search(page).fill('nobody of that name');

  await expect(page.getByText('Nobody has such a name.')).toBeVisible();
});

test('a late answer to an earlier search is not shown', async ({ page }) => {
  await openPeople(page);
  const held: (() => void)[] = [];
  await page.route(/search=.*patti/i, async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue().catch(() => undefined);
  });
  await search(page).fill('patti');
  await expect.poll(() => held.length).toBe(1);
  await search(page).fill('megan');
  await expect(rows(page)).toContainText('Megan');
  held[0]?.();

  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Megan');
});

test('a person has a card, and who is above them needs an administrator', async ({ page }) => {
  await openPeople(page);
  await search(page).fill('megan');
  await rows(page)
    .getByRole('link', { name: /^Megan/ })
    .click();
  const card = page.getByRole('article');

  await expect(card.getByRole('heading', { level: 2 })).toContainText('Megan');

  await card.getByRole('button', { name: 'Show manager and reports' }).click();

  await expect(card).toContainText('This page needs your permission');
  await expect(card).toContainText('User.Read.All');
});

test('an administrator walks from a person to their manager by the keyboard', async ({
  page,
  watch,
}) => {
  // Nobody is above the president.
  watch.expectProblem('404');
  const app = new AppPages(page);
  await app.signIn('Megan Bowen');
  await app.openAndAllow('People');
  await search(page).fill('adele');
  await rows(page)
    .getByRole('link', { name: /^Adele/ })
    .focus();
  await page.keyboard.press('Enter');
  const card = page.getByRole('article');
  await card.getByRole('button', { name: 'Show manager and reports' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Allow access' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Accept' }).click();
  await card.getByRole('list', { name: 'Manager' }).getByRole('link').focus();
  await page.keyboard.press('Enter');

  await expect(card.getByRole('heading', { level: 2 })).toContainText('Patti Fernandez');
  await expect(card.getByRole('list', { name: 'Reports' }).getByRole('link').first()).toBeVisible();
});
