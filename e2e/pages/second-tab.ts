import type { BrowserContext, Page } from '@playwright/test';
import { AppPages } from './app-pages.ts';
import { LocalCloudPages } from './local-cloud-pages.ts';

/**
 * Opens the profile in a second tab, which has its own tokens. Entra ID knows the person and asks nothing.
 *
 * @param pick the account to pick if several are signed in at Entra ID
 */
export async function secondTab(context: BrowserContext, pick?: string): Promise<Page> {
  const other = await context.newPage();
  await other.goto('/profile');
  if (pick) await new LocalCloudPages(other).pick(pick);
  await new AppPages(other).person(pick ?? 'Adele Vance').waitFor();
  return other;
}
