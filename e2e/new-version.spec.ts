import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';

test('a tab that is come back to after a deployment says so, and loads the new version when asked', async ({
  page,
  baseURL,
}) => {
  const app = new AppPages(page);
  await app.signIn();
  const returnToTab = async (afterMinutes: number) => {
    await page.clock.setSystemTime(Date.now() + afterMinutes * 60_000);
    const asked = page.waitForResponse(`${baseURL ?? ''}/`);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await asked;
  };
  const notice = page.getByText('A new version of this app is available.');
  // The notice is a chunk of its own, loaded when nothing else is to be done.
  await page.waitForFunction(() => document.querySelector('app-update-notice'));
  await returnToTab(2);
  await expect(notice).toBeHidden();

  await page.route(`${baseURL ?? ''}/`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/chunk-/g, 'chunk-of-the-next-build-');
    await route.fulfill({ response, body });
  });
  await returnToTab(4);
  await expect(notice).toBeVisible();

  await page.unrouteAll();
  await page.getByRole('button', { name: 'Load it' }).click();
  await expect(app.person('Adele Vance')).toBeVisible();
  await expect(notice).toBeHidden();
});
