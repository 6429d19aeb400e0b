import type { Browser, BrowserContext, Page } from '@playwright/test';
import {
  clickSignInWhenVisible,
  observe,
  type Observed,
  reportClick,
  reportProfileShown,
} from './in-page.ts';
import { type Exchange, openSlowPage, type SlowPage } from './slow-page.ts';

/** What one run of a journey gives: figures by the name of their row, and the requests it made. */
export interface Run {
  readonly figures: Readonly<Record<string, number>>;
  readonly exchanges: readonly Exchange[];
  /** Addresses of all scripts loaded, where the journey goes from the landing page to the profile. */
  readonly scripts: readonly string[];
}

export type Journey = (browser: Browser, site: string) => Promise<Run>;

/** How long a landing page is watched after it has loaded, prefetching included; and when it has settled. */
const WATCH_MS = 5_000;

/** How long a mouse button stays down when a person clicks. */
export const PRESS_MS = 80;

/** What a page says begins so. */
const SHOWN = 'profile shown at ';
const CLICKED = 'clicked at ';

/** A person reads the landing page; everything is cold. */
export const landing: Journey = async (browser, site) => {
  const context = await browser.newContext();
  const slow = await openSlowPage(context, true);
  await slow.page.addInitScript(observe);
  slow.restart();
  await slow.page.goto(site);
  await slow.page.waitForTimeout(WATCH_MS);
  const seen = await slow.page.evaluate(() => (window as unknown as Observed).seen);
  const mainThread = await slow.mainThread();
  const before = slow.exchanges.filter(({ end = Infinity }) => end <= seen.lcp);
  const figures = {
    fcp: seen.fcp,
    lcp: seen.lcp,
    blocking: seen.blocking,
    shift: seen.shift,
    mainThread,
    bytesBeforePaint: before.reduce((sum, { bytes }) => sum + bytes, 0),
    requestsBeforePaint: before.length,
  };
  await context.close();
  return { figures, exchanges: slow.exchanges, scripts: [] };
};

/** The person selects "Sign in" in the moment it can be seen. */
export const earlyClick: Journey = async (browser, site) => {
  const context = await browser.newContext();
  const slow = await openSlowPage(context, true);
  await slow.page.addInitScript(clickSignInWhenVisible);
  const leaves = authorizeOf(slow);
  slow.restart();
  void slow.page.goto(site, { waitUntil: 'commit' });
  const figures = { earlyClick: await leaves };
  await context.close();
  return { figures, exchanges: slow.exchanges, scripts: [] };
};

/** The person has read the page and selects "Sign in"; Entra ID knows them and they have consented. */
export const settledClick: Journey = async (browser, site) => {
  const context = await browser.newContext();
  await signInOnce(context, site);
  const slow = await openSlowPage(context, true);
  await slow.page.addInitScript(reportClick, CLICKED);
  await slow.page.addInitScript(reportProfileShown, SHOWN);
  await slow.clearHttpCache();
  await slow.page.goto(site);
  await slow.page.waitForTimeout(WATCH_MS);
  const leaves = authorizeOf(slow);
  const before = scripts(slow.exchanges);
  // As a hand does it: the pointer comes, the button goes down, and the click is when it comes up again.
  await signInLink(slow.page).hover();
  await slow.page.mouse.down();
  await slow.page.waitForTimeout(PRESS_MS);
  slow.restart();
  const clicks = said(slow, CLICKED);
  const shown = said(slow, SHOWN);
  await slow.page.mouse.up();
  const clicked = await clicks;
  const figures = {
    settledClick: (await leaves) - clicked,
    profileFromClick: (await shown) - clicked,
    ...counts(slow.exchanges, site),
  };
  await context.close();
  return { figures, exchanges: slow.exchanges, scripts: [...before, ...scripts(slow.exchanges)] };
};

/** A link from elsewhere leads to the profile; everything is cold. */
export const deepLink: Journey = async (browser, site) => {
  const context = await browser.newContext();
  await signInOnce(context, site);
  const slow = await openSlowPage(context, true);
  await slow.page.addInitScript(reportProfileShown, SHOWN);
  await slow.clearHttpCache();
  slow.restart();
  void slow.page.goto(`${site}/profile`, { waitUntil: 'commit' });
  const figures = { deepLink: await said(slow, SHOWN) };
  await context.close();
  return { figures, exchanges: slow.exchanges, scripts: [] };
};

/** The person reloads the profile while their token still holds. */
export const warmReload: Journey = async (browser, site) => {
  const context = await browser.newContext();
  const slow = await openSlowPage(context, false);
  await slow.page.goto(`${site}/profile`);
  await chooseAdele(slow.page);
  await profile(slow.page).waitFor();
  await slow.page.addInitScript(reportProfileShown, SHOWN);
  await slow.slowDown();
  slow.restart();
  await slow.page.reload({ waitUntil: 'commit' });
  const figures = { warmReload: await said(slow, SHOWN) };
  await context.close();
  return { figures, exchanges: slow.exchanges, scripts: [] };
};

export const signInLink = (page: Page) =>
  page.getByRole('main').getByRole('link', { name: 'Sign in' });
export const profile = (page: Page) =>
  page.getByRole('main').getByRole('heading', { name: 'Adele Vance', exact: true });

/** Leaves a session with Entra ID and a consent in the context, and nothing of the app's in other tabs. */
async function signInOnce(context: BrowserContext, site: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${site}/profile`);
  await chooseAdele(page);
  await profile(page).waitFor();
  await page.close();
}

export async function chooseAdele(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Adele Vance' }).click();
  await page.getByRole('button', { name: 'Accept' }).click();
}

/** When something happened in the page that it says itself (`sayWhen…`): to be asked would slow it down. */
async function said({ page, began }: SlowPage, what: string): Promise<number> {
  const message = await page.waitForEvent('console', (event) => event.text().startsWith(what));
  return Number(message.text().slice(what.length)) - began;
}

/** When the browser asked for the authorize page. */
const authorizeOf = (slow: SlowPage) =>
  slow.requested(({ pathname }) => pathname.endsWith('/authorize'));

function counts(exchanges: readonly Exchange[], site: string): Record<string, number> {
  const count = (holds: (url: URL, exchange: Exchange) => boolean) =>
    exchanges.filter((exchange) => holds(new URL(exchange.url), exchange)).length;
  return {
    pageLoads: count(({ origin }, { type }) => origin === site && type === 'Document'),
    tokenPosts: count(
      ({ pathname }, { method }) => pathname.endsWith('/token') && method === 'POST',
    ),
    discovery: count(({ pathname }) => pathname.includes('.well-known')),
  };
}

function scripts(exchanges: readonly Exchange[]): string[] {
  return exchanges.map(({ url }) => url).filter((url) => new URL(url).pathname.endsWith('.js'));
}
