import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';

/** What the pages that were shown report. */
interface Recording {
  /** Whether each page shown came from the back/forward cache. */
  readonly fromMemory: boolean[];
  /** Frames painted, and those that named the person, since the last page was shown. */
  frames: number;
  withPerson: number;
}

/** Records every frame of every page from now on. */
async function recordFrames(page: Page, name: string): Promise<Recording> {
  const recording: Recording = { fromMemory: [], frames: 0, withPerson: 0 };
  await page.exposeBinding('shown', (_source, persisted: boolean) => {
    recording.fromMemory.push(persisted);
    Object.assign(recording, { frames: 0, withPerson: 0 });
  });
  await page.exposeBinding('painted', (_source, hasPerson: boolean) => {
    recording.frames += 1;
    if (hasPerson) recording.withPerson += 1;
  });
  await page.addInitScript((text) => {
    const { shown, painted } = globalThis as unknown as Record<
      'shown' | 'painted',
      (is: boolean) => void
    >;
    addEventListener('pageshow', ({ persisted }) => {
      shown(persisted);
      // Entra ID's account picker names people as well.
      const isApp = document.getElementsByTagName('app-root').length > 0;
      const check = () => {
        // innerText of an element that is not rendered includes hidden text.
        const isRendered = document.body.checkVisibility({ visibilityProperty: true });
        painted(isApp && isRendered && document.body.innerText.includes(text));
        requestAnimationFrame(check);
      };
      requestAnimationFrame(check);
    });
  }, name);
  return recording;
}

/**
 * Tests Back with and without the back/forward cache. Each has its own spec file, because the cache is a switch of the
 * browser.
 */
export function backButtonTests(memory: 'on' | 'off'): void {
  test.use({ backForwardMemory: memory === 'on' });

  test(`F39: Back from Entra ID leaves an app that can sign in (memory ${memory})`, async ({
    page,
  }) => {
    const app = new AppPages(page);
    const recording = await recordFrames(page, 'Adele Vance');
    await page.goto('/');
    await app.signInLink().click();
    await new LocalCloudPages(page).pickHeading().waitFor();
    await page.goBack();
    await app.signInLink().click();
    await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');

    await expect(app.person('Adele Vance')).toBeVisible();
    expect(recording.fromMemory.includes(true)).toBe(memory === 'on');
  });

  test(`F40: Back after sign-out shows nothing of the person, not for a moment (memory ${memory})`, async ({
    page,
  }) => {
    const app = new AppPages(page);
    const recording = await recordFrames(page, 'Adele Vance');
    // Chromium evicts a cached page that receives a message, as sign-out sends; other browsers keep it.
    await page.addInitScript(() => {
      BroadcastChannel.prototype.postMessage = () => undefined;
    });
    await app.signIn();
    await expect.poll(() => recording.withPerson).toBeGreaterThan(0);
    await app.signOut();
    await expect(app.signInLink()).toBeVisible();
    await expect.poll(() => recording.frames).toBeGreaterThan(0);
    expect(recording.withPerson).toBe(0);
    // The page is requested again, and the old one stays until the response.
    const requested = Promise.withResolvers<undefined>();
    const checked = Promise.withResolvers<undefined>();
    await page.route('**/profile', async (route) => {
      requested.resolve(undefined);
      await checked.promise;
      await route.continue();
    });
    const back = page.goBack({ waitUntil: 'commit' });
    await requested.promise;
    const { frames } = recording;
    await expect.poll(() => recording.frames).toBeGreaterThan(frames + 3);

    expect(recording.fromMemory.at(-1)).toBe(memory === 'on');
    expect(recording.withPerson).toBe(0);

    checked.resolve(undefined);
    await back;

    // The page is guarded, so the cloud's account picker comes next.
    await expect(new LocalCloudPages(page).pickHeading()).toBeVisible();
    expect(recording.withPerson).toBe(0);
  });
}
