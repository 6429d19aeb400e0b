import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { gotoApp } from '../fixtures/goto-app.ts';
import { expect, test as base } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';

/** Chromium's setting "Block all cookies", which also blocks the storage of pages. */
const BLOCKED = { profile: { default_content_setting_values: { cookies: 2 } } };

/** Starts a browser with its own profile, because the setting belongs to a profile. */
const test = base.extend({
  context: async ({ launchOptions, baseURL }, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'storage-blocked-'));
    await mkdir(join(profile, 'Default'));
    await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(BLOCKED));
    const context = await chromium.launchPersistentContext(profile, launchOptions);
    gotoApp(context, baseURL ?? '');
    await use(context);
    await context.close();
    await rm(profile, { recursive: true, force: true });
  },
});

test('F22: a browser that refuses storage gets a page that says so', async ({ page, watch }) => {
  await page.goto('/');
  await expect(page.evaluate(() => sessionStorage.length)).rejects.toThrow('SecurityError');
  await new AppPages(page).signInLink().click();

  await expect(new AppPages(page).problem()).toContainText('Allow cookies and site data');
  expect(watch.authorizeRequests).toHaveLength(0);
});
