import type { Browser, BrowserContext } from '@playwright/test';
import { chooseAdele, type Journey, PRESS_MS, profile } from './journeys.ts';
import { type Opened, reportOpened, scrollToTheEnd } from './mail-in-page.ts';
import { type Exchange, openSlowPage, type SlowPage } from './slow-page.ts';

/** How many messages the long list has, and how many of them come at a time. */
const MANY = 10_000;
const PART = 500;

/**
 * The person, who has allowed it before, opens their mail by its link in the rail for the first time; in the eager
 * variant it is the page that is done as the samples do. Neither processor nor network is slowed down: what is
 * measured is what the app adds.
 */
export const openMail: Journey = async (browser, site) => {
  const context = await browser.newContext();
  const slow = await allowMail(context, site);
  const { page } = slow;
  await page.addInitScript(reportOpened, 'Mail');
  await slow.clearHttpCache();
  await page.goto(`${site}/profile`);
  await profile(page).waitFor();
  await page.waitForLoadState('networkidle');
  const links = page.getByRole('navigation', { name: 'Pages' });
  const sample = links.getByRole('link', { name: 'Sample mail' });
  const ours = links.getByRole('link', { name: 'Mail', exact: true });
  await ((await sample.count()) > 0 ? sample : ours).hover();
  await page.mouse.down();
  await page.waitForTimeout(PRESS_MS);
  slow.restart();
  await page.mouse.up();
  await page.waitForFunction(() => (window as unknown as Opened).opened?.data);
  const opened = await page.evaluate(() => (window as unknown as Opened).opened);
  const { clicked = NaN, skeleton, data = NaN } = opened ?? {};
  const figures = {
    ...(skeleton !== undefined && { mailSkeleton: skeleton - clicked }),
    mailData: data - clicked,
    mailRounds: roundTrips(slow.exchanges),
  };
  await context.close();
  return { figures, exchanges: slow.exchanges, scripts: [] };
};

/** Scrolls through ten thousand messages. @returns the most rows at once, and the longest task in milliseconds */
export async function measureLongList(
  browser: Browser,
  site: string,
): Promise<{ listRows: number; listTask: number }> {
  const context = await browser.newContext();
  const { page } = await allowMail(context, site);
  await page.route(/\/v1\.0\/me\/messages\?/, async (route) => {
    const { origin, searchParams } = new URL(route.request().url());
    const skip = Number(searchParams.get('$skip') ?? 0);
    const value = Array.from({ length: PART }, (_, index) => ({
      id: `m${String(skip + index)}`,
      subject: `Message ${String(skip + index)}`,
      receivedDateTime: '2026-11-27T09:00:00Z',
    }));
    const next = `${origin}/v1.0/me/messages?$skip=${String(skip + PART)}`;
    await route.fulfill({
      headers: { 'access-control-allow-origin': '*' },
      json: { value, ...(skip + PART < MANY && { '@odata.nextLink': next }) },
    });
  });
  await page.goto(`${site}/mail`);
  await page.getByRole('list', { name: 'Messages' }).getByRole('listitem').first().waitFor();
  await page.waitForLoadState('networkidle');
  const { rows, task } = await page.evaluate(scrollToTheEnd, MANY);
  await context.close();
  return { listRows: rows, listTask: task };
}

/** Signs in and allows the app to read mail, in the tab that is measured: tokens are kept by tab. */
async function allowMail(context: BrowserContext, site: string): Promise<SlowPage> {
  const slow = await openSlowPage(context, false);
  const { page } = slow;
  await page.goto(`${site}/mail`);
  await chooseAdele(page);
  await page.getByRole('button', { name: 'Allow access' }).click();
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('list', { name: 'Messages' }).getByRole('listitem').first().waitFor();
  return slow;
}

/** How many round trips to Graph, one after the other, the messages took. Preflights are part of one. */
export function roundTrips(
  exchanges: readonly Pick<Exchange, 'url' | 'method' | 'start' | 'end'>[],
): number {
  const calls = exchanges
    .filter(({ url, method }) => method !== 'OPTIONS' && new URL(url).pathname.startsWith('/v1.0/'))
    .sort((one, other) => one.start - other.start);
  const messages = calls.findIndex(({ url }) => new URL(url).pathname === '/v1.0/me/messages');
  let rounds = 0;
  let over = -Infinity;
  for (const { start, end = Infinity } of calls.slice(0, messages + 1)) {
    if (start < over) over = Math.min(over, end);
    else {
      rounds += 1;
      over = end;
    }
  }
  return rounds;
}
