import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';
import { LocalCloudPages } from './pages/local-cloud-pages.ts';

/** What looks like a response of Entra ID, and is a person's own place on a page. */
const FRAGMENTS = ['#code=5', '#a=1&code=5', '#code=5&state=WA', '#error=3&state=WA', '#state=WA'];

for (const fragment of FRAGMENTS) {
  test(`the address /profile${fragment} is kept, through a sign-in and after it`, async ({
    page,
    watch,
  }) => {
    const app = new AppPages(page);
    await page.goto(`/profile${fragment}`);
    await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');
    await expect(app.person('Adele Vance')).toBeVisible();

    expect(new URL(page.url()).hash).toBe(fragment);

    await page.reload();
    await expect(app.person('Adele Vance')).toBeVisible();

    expect(new URL(page.url()).hash).toBe(fragment);
    expect(watch.tokenRequests.filter((form) => form.get('code') === '5')).toEqual([]);
  });
}

for (const address of ['/?state=WA', '/?code=5', '/?code=5&state=WA', '/#code=5&state=WA']) {
  test(`the landing page keeps ${address}, and signs in`, async ({ page, baseURL }) => {
    const app = new AppPages(page);
    await page.goto(address);
    await expect(app.signInLink()).toBeVisible();

    expect(page.url()).toBe(`${baseURL ?? ''}${address}`);

    await app.signInLink().click();
    await new LocalCloudPages(page).signInForTheFirstTime('Adele Vance');

    await expect(app.person('Adele Vance')).toBeVisible();
  });
}
