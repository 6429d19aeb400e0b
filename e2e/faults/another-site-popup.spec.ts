import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';
import { openPopup } from '../pages/open-popup.ts';

/** See another-site.spec.ts. Both options hold for a whole worker, hence the second file. */
test.use({ host: 'app.localhost', interaction: 'popup' });

test('a popup’s response reaches the page, though it comes from another site', async ({ page }) => {
  const app = new AppPages(page);
  await page.goto('/');
  const popup = await openPopup(page, () => app.signInLink().click());
  await new LocalCloudPages(popup).signInForTheFirstTime('Adele Vance');

  await expect(app.person('Adele Vance')).toBeVisible();
});
