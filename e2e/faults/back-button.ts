import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';

/** What a page says of itself while it is shown. */
interface Sight {
  /** Pages that were shown: whether each came out of the browser's memory. */
  readonly fromMemory: boolean[];
  /** Frames painted, and those with the person on them, since the last page was shown. */
  frames: number;
  withPerson: number;
}

/** Looks at every frame of every page from now on, those out of the browser's memory included. */
async function lookFor(page: Page, name: string): Promise<Sight> {
  const sight: Sight = { fromMemory: [], frames: 0, withPerson: 0 };
  await page.exposeBinding('shown', (_source, persisted: boolean) => {
    sight.fromMemory.push(persisted);
    Object.assign(sight, { frames: 0, withPerson: 0 });
  });
  await page.exposeBinding('painted', (_source, hasPerson: boolean) => {
    sight.frames += 1;
    if (hasPerson) sight.withPerson += 1;
  });
  await page.addInitScript((text) => {
    const { shown, painted } = globalThis as unknown as Record<
      'shown' | 'painted',
      (is: boolean) => void
    >;
    addEventListener('pageshow', ({ persisted }) => {
      shown(persisted);
      // Entra ID, too, names people, where one is to be picked.
      const isApp = document.getElementsByTagName('app-root').length > 0;
      const look = () => {
        // What is not rendered gives all its text as innerText.
        const isRendered = document.body.checkVisibility({ visibilityProperty: true });
        painted(isApp && isRendered && document.body.innerText.includes(text));
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  }, name);
  return sight;
}

/**
 * What Back must do, whether the browser brings the page back from its memory or loads it anew. One spec
 * file for each, because the memory is a switch of the browser's.
 */
export function backButtonTests(memory: 'on' | 'off'): void {
  test.use({ backForwardMemory: memory === 'on' });

  test(`F39: Back from Entra ID leaves an app that can sign in (memory ${memory})`, async ({
    page,
  }) => {
    const app = new AppPages(page);
    const sight = await lookFor(page, 'Adele Vance');
    await page.goto('/');
    await app.signInLink().click();
    await new LocalCloudPages(page).pickHeading().waitFor();
    await page.goBack();
    await app.signInLink().click();
    await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');

    await expect(app.person('Adele Vance')).toBeVisible();
    expect(sight.fromMemory.includes(true)).toBe(memory === 'on');
  });

  test(`F40: Back after sign-out shows nothing of the person, not for a moment (memory ${memory})`, async ({
    page,
  }) => {
    const app = new AppPages(page);
    const sight = await lookFor(page, 'Adele Vance');
    // Chromium drops a page from its memory that is sent a message, as sign-out does; others keep it.
    await page.addInitScript(() => {
      BroadcastChannel.prototype.postMessage = () => undefined;
    });
    await app.signIn();
    await expect.poll(() => sight.withPerson).toBeGreaterThan(0);
    await app.signOutButton().click();
    await expect(app.signInLink()).toBeVisible();
    await expect.poll(() => sight.frames).toBeGreaterThan(0);
    expect(sight.withPerson).toBe(0);
    // The page is asked for anew, and what was there stays until there is an answer.
    const asked = Promise.withResolvers<undefined>();
    const looked = Promise.withResolvers<undefined>();
    await page.route('**/profile', async (route) => {
      asked.resolve(undefined);
      await looked.promise;
      await route.continue();
    });
    const back = page.goBack({ waitUntil: 'commit' });
    await asked.promise;
    const { frames } = sight;
    await expect.poll(() => sight.frames).toBeGreaterThan(frames + 3);

    expect(sight.fromMemory.at(-1)).toBe(memory === 'on');
    expect(sight.withPerson).toBe(0);

    looked.resolve(undefined);
    await back;

    // The page one comes back to is guarded, and so the next thing to see is the cloud's.
    await expect(new LocalCloudPages(page).pickHeading()).toBeVisible();
    expect(sight.withPerson).toBe(0);
  });
}
