import { expect, test } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';

/** A name that is not this computer's own to the browser, which trusts http://localhost alone. */
const HOST = 'app.example';

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const { args = [] } = launchOptions;
    const rule = `--host-resolver-rules=MAP ${HOST} localhost`;
    await use({ ...launchOptions, args: [...args, rule] });
  },
});

test('F24: a page without Web Crypto, because it came by http, says that it needs https', async ({
  page,
  app,
  watch,
}) => {
  watch.expectProblem('Cross-Origin-Opener-Policy header has been ignored');
  // The app refuses the local cloud on other hosts.
  const json = {
    clientId: '00001111-aaaa-2222-bbbb-3333cccc4444',
    cloud: 'global',
    tenant: 'common',
  };
  await page.route('**/config.json', (route) => route.fulfill({ json }));
  await page.goto(app.url.replace('localhost', HOST));
  expect(await page.evaluate(() => 'subtle' in crypto)).toBe(false);
  await new AppPages(page).signInLink().click();

  await expect(new AppPages(page).problem()).toContainText('https://');
  expect(watch.authorizeRequests).toHaveLength(0);
});
