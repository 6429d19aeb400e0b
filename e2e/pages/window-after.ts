import type { Page } from '@playwright/test';

/** The window that the page opens upon what somebody does. */
export async function windowAfter(page: Page, act: () => Promise<unknown>): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await act();
  return opened;
}
