import type { Browser } from '@playwright/test';
import { chooseAdele, profile } from './journeys.ts';

/**
 * What the interceptors add to a Graph call whose token is there, in milliseconds, at the processor's own
 * speed; see variant/interceptors.ts, which does the measuring in the page.
 *
 * @param site the eager variant
 */
export async function measureInterceptors(browser: Browser, site: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${site}/profile`);
  await chooseAdele(page);
  await profile(page).waitFor();
  await page.goto(`${site}/interceptors`);
  await page.waitForFunction(() => document.title.startsWith('interceptors '));
  const title = await page.title();
  await context.close();
  return Number(title.split(' ')[1]);
}
