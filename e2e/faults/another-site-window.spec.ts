import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';
import { windowAfter } from '../pages/window-after.ts';

/** See another-site.spec.ts; a file of its own, because both are set for a whole worker. */
test.use({ host: 'app.localhost', interaction: 'popup' });

test('a window’s answer reaches the page, though it comes by way of another site', async ({
  page,
}) => {
  const app = new AppPages(page);
  await page.goto('/');
  const popup = await windowAfter(page, () => app.signInLink().click());
  await new LocalCloudPages(popup).signInForTheFirstTime('Adele Vance');

  await expect(app.person('Adele Vance')).toBeVisible();
});
