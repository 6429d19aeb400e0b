import type { LocalCloud } from '../emulator/index.ts';
import { type AppServer, startBuild } from './fixtures/app-server.ts';
import { expect, test as base } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';

/** The policy depends on the setting, so the app gets a host of its own. */
const test = base.extend<object, { workerCloud: LocalCloud; app: AppServer }>({
  app: [
    async ({ workerCloud }, use) => {
      const site = await startBuild({
        clientId: '00001111-aaaa-2222-bbbb-3333cccc4444',
        cloud: 'local',
        localCloud: workerCloud.url,
        tenant: 'common',
        scopes: ['User.Read', 'Mail.Read'],
        remoteImages: true,
      });
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
});

const PICTURE = 'https://newsletter.example/opened.svg';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>';

test('the pictures of a message are loaded when the person asks for them, and only of that one', async ({
  page,
  watch,
}) => {
  watch.expectProblem('Blocked script execution');
  const referrers: (string | undefined)[] = [];
  await page.route(PICTURE, async (route) => {
    referrers.push(route.request().headers()['referer']);
    await route.fulfill({ contentType: 'image/svg+xml', body: SVG });
  });
  await page.route(/\/v1\.0\/me\/messages\/[^?]+\?/, async (route) => {
    const response = await route.fetch();
    const content = `<p>News</p><img src="${PICTURE}" alt="A chart">`;
    const message = {
      ...((await response.json()) as object),
      body: { contentType: 'html', content },
    };
    await route.fulfill({ response, json: message });
  });
  await new AppPages(page).signIn();
  await page.getByRole('link', { name: 'Mail', exact: true }).click();
  const rows = page.getByRole('list', { name: 'Messages' }).getByRole('link');
  await rows.first().click();
  const text = page.getByTitle('Text of the message');
  const show = page.getByRole('button', { name: 'Show pictures' });
  await expect(text.contentFrame().getByText('News')).toBeVisible();
  await expect(page.getByText('1 picture is not shown')).toBeVisible();
  expect(referrers).toEqual([]);

  await show.press('Enter');

  await expect(text.contentFrame().getByRole('img', { name: 'A chart' })).toBeVisible();
  await expect(text).toBeFocused();
  await expect(show).toBeHidden();
  expect(referrers).toEqual([undefined]);

  await rows.nth(1).click();

  await expect(show).toBeVisible();
  expect(referrers).toHaveLength(1);
});
