import type { BrowserContext, Page } from '@playwright/test';
import { AppPages } from './app-pages.ts';
import { LocalCloudPages } from './local-cloud-pages.ts';

/** Opens the profile in a further tab, whose tokens are its own: Entra ID knows the person and asks which one. */
export async function secondTab(context: BrowserContext, name = 'Adele Vance'): Promise<Page> {
  const other = await context.newPage();
  await other.goto('/profile');
  await new LocalCloudPages(other).pick(name);
  await new AppPages(other).person(name).waitFor();
  return other;
}
