import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';

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
    await page.goto('/');
    await app.signInLink().click();
    await new LocalCloudPages(page).pickHeading().waitFor();
    await page.goBack();
    await app.signInLink().click();
    await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');

    await expect(app.person('Adele Vance')).toBeVisible();
  });

  test(`F40: Back after sign-out shows nothing of the person (memory ${memory})`, async ({
    page,
  }) => {
    const app = new AppPages(page);
    await app.signIn();
    await app.signOutButton().click();
    await expect(app.signInLink()).toBeVisible();
    await page.goBack();

    // The page one comes back to is guarded, and so the next thing to see is the cloud's.
    await expect(new LocalCloudPages(page).pickHeading()).toBeVisible();
  });
}
