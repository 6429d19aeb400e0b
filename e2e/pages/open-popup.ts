import type { Page } from '@playwright/test';

/** Returns the popup that an action opens. */
export async function openPopup(page: Page, action: () => Promise<unknown>): Promise<Page> {
  const popup = page.waitForEvent('popup');
  await action();
  return popup;
}
