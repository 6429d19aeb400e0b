import type { LocalCloud } from '../../emulator/index.ts';
import { startBuild } from '../fixtures/app-server.ts';
import { type MicrosoftHosts, startMicrosoftHosts } from '../fixtures/microsoft-hosts.ts';
import { expect, test as base } from '../fixtures/test.ts';
import { AppPages } from '../pages/app-pages.ts';

const LOGIN = 'login.microsoftonline.com';
const GRAPH = 'graph.microsoft.com';
const MESSAGES = '/v1.0/me/messages';

const LOOK_ALIKES = [
  `https://${GRAPH}.evil.example`,
  `https://${GRAPH}@evil.example`,
  `https://${GRAPH}:443@evil.example`,
  `https://evil.example/${GRAPH}`,
  `https://evil.example\\@${GRAPH}`,
  `https://evil.example/?${GRAPH}`,
  `https://evil.example#@${GRAPH}`,
  `https://evil-${GRAPH}`,
  // A Cyrillic o, and a dotless i.
  'https://graph.micr\u043Esoft.com',
  'https://graph.m\u0131crosoft.com',
  `https://${GRAPH}.`,
  `https://${GRAPH}:8443`,
  'https://graph.microsoft.us',
  `//evil.example/${GRAPH}`,
];

/** The app and the local cloud at the host names of the global cloud, so that look-alikes are those of an attack. */
const test = base.extend<
  object,
  { hosts: MicrosoftHosts; global: LocalCloud; site: { url: string } }
>({
  hosts: [
    async ({}, use) => {
      const hosts = await startMicrosoftHosts();
      await use(hosts);
      await hosts.close();
    },
    { scope: 'worker' },
  ],
  global: [
    async ({ hosts }, use) => {
      await use(await hosts.startCloud(LOGIN, GRAPH));
    },
    { scope: 'worker' },
  ],
  site: [
    async ({}, use) => {
      const site = await startBuild({
        clientId: '00001111-aaaa-2222-bbbb-3333cccc4444',
        cloud: 'global',
        tenant: 'common',
        scopes: ['User.Read', 'Mail.Read'],
      });
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ launchOptions, hosts }, use) => {
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), hosts.browserFlag] });
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => {
    await use(site.url);
  },
  watched: async ({ site, global }, use) => {
    await use({ appUrl: site.url, cloud: { url: `https://${LOGIN}`, log: global.log } });
  },
});

// Without the policy, which would refuse these hosts as well, the app's own code has to.
test.use({ ignoreHTTPSErrors: true, bypassCSP: true });

test('S10: a next page at a host that looks like Graph’s is not asked for, and no token goes there', async ({
  page,
  hosts,
}) => {
  const asked: (string | undefined)[] = [];
  const links = [`https://${GRAPH}`, ...LOOK_ALIKES].map((host) => `${host}${MESSAGES}?$skip=1`);
  await page.route(`https://${GRAPH}${MESSAGES}?*`, async (route) => {
    asked.push(route.request().headers()['authorization']);
    const next = links.shift();
    const message = { id: `m${asked.length}`, receivedDateTime: '2026-11-27T09:00:00Z' };
    await route.fulfill({
      headers: { 'access-control-allow-origin': '*' },
      json: { value: [message], ...(next && { '@odata.nextLink': next }) },
    });
  });
  await new AppPages(page).signIn();
  await page.getByRole('link', { name: 'Mail', exact: true }).click();
  const more = page.getByText('More could not be loaded.');
  for (const [index, host] of LOOK_ALIKES.entries()) {
    await expect.poll(() => asked.length, host).toBe(index + 2);
    await expect(more, host).toBeVisible();
    await page.getByRole('button', { name: 'Try again' }).click();
  }

  await expect(more).toBeHidden();
  await expect(page.getByRole('list', { name: 'Messages' }).getByRole('link')).toHaveCount(2);
  // What does go to another host is seen.
  await page.evaluate(() => fetch('https://evil.example/seen'));
  expect(hosts.strays).toEqual(['GET evil.example/seen with no token']);
  // Graph itself was asked with the token: the first page, one for each look-alike, and the last.
  expect(asked).toHaveLength(LOOK_ALIKES.length + 2);
  for (const authorization of asked) expect(authorization).toMatch(/^Bearer eyJ/);
});
