import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import type { Watch } from './fixtures/watch.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';

const list = (page: Page) => page.getByRole('list', { name: 'Messages' });
const rows = (page: Page) => list(page).getByRole('listitem');
const scopesOf = (url: URL | undefined) => url?.searchParams.get('scope')?.split(' ') ?? [];

/** Reads the newest message. */
async function openMessage(page: Page, watch: Watch): Promise<void> {
  // The watch's own script cannot run in the frame either.
  watch.expectProblem('Blocked script execution');
  await rows(page).first().getByRole('link').click();
}

/** Opens the mail and allows it to be read. */
async function openMail(page: Page): Promise<void> {
  const app = new AppPages(page);
  await app.signIn();
  await app.openAndAllow('Mail');
  await rows(page).first().waitFor();
}

test('mail asks for its permission when it is opened, after saying why, and comes back to it', async ({
  page,
  watch,
}) => {
  const app = new AppPages(page);
  await app.signIn();

  expect(watch.authorizeRequests.flatMap(scopesOf)).not.toContain('Mail.Read');

  await page.getByRole('link', { name: 'Mail', exact: true }).click();

  await expect(app.problem()).toContainText('This page needs your permission');
  await expect(app.problem()).toContainText('Mail.Read');

  await page.getByRole('button', { name: 'Allow access' }).click();
  await new LocalCloudPages(page).decline();

  await expect(app.problem()).toContainText('declined');

  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: 'Profile' })
    .click();

  await expect(app.person('Adele Vance')).toBeVisible();

  await page.getByRole('link', { name: 'Mail', exact: true }).click();
  await page.getByRole('button', { name: 'Allow access' }).click();
  await new LocalCloudPages(page).accept();

  await expect(rows(page).first()).toBeVisible();
  await expect(page).toHaveURL(/\/mail$/);
  expect(scopesOf(watch.authorizeRequests.at(-1))).toContain('Mail.Read');
});

test('a message is read in a frame without scripts, and Back leads to the list', async ({
  page,
  watch,
}) => {
  await openMail(page);
  await openMessage(page, watch);
  const message = page.getByRole('article');

  await expect(message.getByRole('heading', { level: 2 })).toBeVisible();
  await expect(page).toHaveURL(/\?message=/);
  const text = page.getByTitle('Text of the message').contentFrame();
  await expect(text.getByText(/\w/).first()).toBeVisible();

  await page.reload();

  await expect(message.getByRole('heading', { level: 2 })).toBeVisible();

  await page.goBack();

  await expect(message).toBeHidden();
});

test('marking a message asks for Mail.ReadWrite only then, and goes on with it afterwards', async ({
  page,
  watch,
}) => {
  await openMail(page);
  await openMessage(page, watch);
  const mark = page.getByRole('button', { name: /^Mark as/ });
  const before = await mark.innerText();

  expect(watch.authorizeRequests.flatMap(scopesOf)).not.toContain('Mail.ReadWrite');

  await mark.click();
  await page.getByRole('button', { name: 'Allow access' }).click();
  await new LocalCloudPages(page).accept();

  // By itself: the person has said what they want.
  await expect(mark).not.toHaveText(before);
  expect(scopesOf(watch.authorizeRequests.at(-1))).toContain('Mail.ReadWrite');
});

test('a message that was changed elsewhere meanwhile is shown anew, and not overwritten', async ({
  page,
  watch,
}) => {
  await openMail(page);
  await openMessage(page, watch);
  const mark = page.getByRole('button', { name: /^Mark as/ });
  const before = await mark.innerText();
  await mark.click();
  await page.getByRole('button', { name: 'Allow access' }).click();
  await new LocalCloudPages(page).accept();
  await expect(mark).not.toHaveText(before);
  watch.expectProblem('412');
  // Another program changes it: the version that the page has is an old one.
  await page.route('**/v1.0/me/messages/*', (route) =>
    route.request().method() === 'PATCH'
      ? route.continue({ headers: { ...route.request().headers(), 'if-match': 'W/"old"' } })
      : route.fallback(),
  );
  await mark.click();

  await expect(page.getByText('This message was changed somewhere else')).toBeVisible();
});

test('a search makes one request for a pause in typing, and shows what it finds', async ({
  page,
}) => {
  await openMail(page);
  const searches: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('$search')) searches.push(request.url());
  });
  await page.getByLabel('Search your mail').pressSequentially('budget', { delay: 40 });

  await expect.poll(() => searches.length).toBe(1);

  await page.getByLabel('Search your mail').fill('no such word in any message');

  await expect(page.getByText('Nothing matches your search.')).toBeVisible();
});

test('thousands of messages are gone through, by scrolling and by keys, with few of them in the page', async ({
  page,
  watch,
}) => {
  watch.expectProblem('404');
  await page.route(/\/v1\.0\/me\/messages\?/, async (route) => {
    const skip = Number(new URL(route.request().url()).searchParams.get('$skip') ?? 0);
    const value = Array.from({ length: 500 }, (_, index) => ({
      id: `m${String(skip + index)}`,
      subject: `Message ${String(skip + index)}`,
      receivedDateTime: '2026-11-27T09:00:00Z',
    }));
    const { origin } = new URL(route.request().url());
    const next = `${origin}/v1.0/me/messages?$skip=${String(skip + 500)}`;
    await route.fulfill({
      headers: { 'access-control-allow-origin': '*' },
      json: { value, ...(skip < 9_500 && { '@odata.nextLink': next }) },
    });
  });
  await openMail(page);
  const mostRows = await list(page).evaluate(async (element) => {
    const viewport = element.closest('app-virtual-list');
    let most = 0;
    while (element.lastElementChild?.getAttribute('aria-posinset') !== '10000') {
      viewport?.scrollTo(0, viewport.scrollHeight);
      await new Promise(requestAnimationFrame);
      most = Math.max(most, element.childElementCount);
    }
    return most;
  });

  expect(mostRows).toBeLessThan(200);
  await expect(rows(page).last()).toContainText('Message 9999');

  const link = (number: number) =>
    list(page)
      .getByRole('link', { name: `Message ${String(number)}`, exact: false })
      .first();
  await link(9_999).focus();
  await page.keyboard.press('Home');
  await expect(link(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(link(1)).toBeFocused();

  // Where one hides the other, the focus is never where nobody sees it.
  await page.setViewportSize({ width: 320, height: 700 });
  await page.keyboard.press('Enter');
  const back = page.getByRole('button', { name: 'Back to the list' });
  await expect(back).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(link(1)).toBeFocused();
});

test('a folder is picked, stands in the address, and can be empty', async ({ page }) => {
  await openMail(page);
  await page.getByLabel('Folder').selectOption({ label: 'Archive' });

  await expect(page.getByText('There is no mail.')).toBeVisible();
  await expect(page).toHaveURL(/\?folder=AAMk[^&]+$/);

  await page.goBack();

  await expect(rows(page).first()).toBeVisible();
});
