import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';

interface Recording {
  recording: { signIn: boolean; shift: number; heading: Element | null };
}

/** Runs in every document before its own scripts. Checks the page at every change and every frame. */
function recordFromFirstPaint(): void {
  const recording: Recording['recording'] = { signIn: false, shift: 0, heading: null };
  Object.assign(globalThis, { recording });
  const check = () => {
    recording.heading ??= document.querySelector('h1');
    for (const link of document.querySelectorAll('a')) {
      recording.signIn ||=
        link.textContent.trim() === 'Sign in' && link.checkVisibility({ visibilityProperty: true });
    }
  };
  const checkFrame = () => {
    check();
    requestAnimationFrame(checkFrame);
  };
  checkFrame();
  new MutationObserver(check).observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
      recording.shift += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

const readRecording = (page: Page) =>
  page.evaluate(() => {
    const { signIn, shift, heading } = (globalThis as unknown as Recording).recording;
    return { signIn, shift, sameHeading: heading === document.querySelector('h1') };
  });

const countPageLoads = (urls: string[]) =>
  urls.filter((url) => !url.includes('/redirect.html')).length;

/** Collects the app's documents that the page navigates to, oldest first. */
function pageLoads(page: Page, appUrl: string): string[] {
  const urls: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.url().startsWith(appUrl)) urls.push(request.url());
  });
  return urls;
}

test('the landing page is one request of at most 10 kB, and nothing moves', async ({ page }) => {
  const requested: string[] = [];
  page.on('request', (request) => {
    if (!request.url().endsWith('/favicon.svg')) requested.push(request.url());
  });
  await page.addInitScript(recordFromFirstPaint);
  const loaded = page.waitForEvent('load').then(() => [...requested]);
  const response = await page.goto('/');

  expect(await loaded).toHaveLength(1);
  expect(brotliCompressSync((await response?.body()) ?? '').length).toBeLessThanOrEqual(10_000);
  expect((await readRecording(page)).shift).toBe(0);
});

test('who is signed in never sees "Sign in", and keeps the rendered page', async ({ page }) => {
  await new AppPages(page).signIn();
  await page.addInitScript(recordFromFirstPaint);
  await page.goto('/');
  await page.getByRole('link', { name: 'Open your profile' }).waitFor();

  const { signIn, sameHeading } = await readRecording(page);
  expect({ signIn, sameHeading }).toEqual({ signIn: false, sameHeading: true });
});

test('who is not signed in does see it, so the recording works', async ({ page }) => {
  await page.addInitScript(recordFromFirstPaint);
  await page.goto('/');

  await expect.poll(async () => (await readRecording(page)).signIn).toBe(true);
});

test('from the landing page a sign-in costs one page load and one token request', async ({
  page,
  watch,
  baseURL,
}) => {
  await page.goto('/');
  const loads = pageLoads(page, baseURL ?? '');
  await new AppPages(page).signInLink().click();
  await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');
  await new AppPages(page).person('Adele Vance').waitFor();

  expect(countPageLoads(loads)).toBe(1);
  expect(watch.tokenRequests).toHaveLength(1);
  expect(watch.urls.filter((url) => url.includes('/.well-known/'))).toEqual([]);
});

test('a cold deep link costs two page loads in all', async ({ page, baseURL }) => {
  const loads = pageLoads(page, baseURL ?? '');
  await new AppPages(page).signIn('Adele Vance', '/profile?x=1');

  expect(countPageLoads(loads)).toBe(2);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the landing page reads, and says that signing in needs it', async ({ page }) => {
    const response = await page.goto('/');

    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // Playwright's locators ignore noscript.
    expect(await response?.text()).toMatch(/<noscript>.*Signing in needs JavaScript/);
  });
});
