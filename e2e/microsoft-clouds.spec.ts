import type { LocalCloud } from '../emulator/index.ts';
import { startBuild } from './fixtures/app-server.ts';
import { type MicrosoftHosts, startMicrosoftHosts } from './fixtures/microsoft-hosts.ts';
import { expect, test as base } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';

interface Preset {
  readonly login: string;
  readonly graph: string;
  /** Of config.json. */
  readonly config: {
    readonly cloud: string;
    readonly tenant: string;
    readonly graphBaseUrl?: string;
  };
}

const GLOBAL: Preset = {
  login: 'login.microsoftonline.com',
  graph: 'graph.microsoft.com',
  config: { cloud: 'global', tenant: 'consumers' },
};
const US_GOVERNMENT: Preset = {
  login: 'login.microsoftonline.us',
  graph: 'graph.microsoft.us',
  config: { cloud: 'us-government', tenant: 'aaaabbbb-0000-cccc-1111-dddd2222eeee' },
};
const US_DEFENSE: Preset = {
  login: 'login.microsoftonline.us',
  graph: 'dod-graph.microsoft.us',
  config: {
    cloud: 'us-government',
    tenant: 'organizations',
    graphBaseUrl: 'https://dod-graph.microsoft.us',
  },
};
const CHINA: Preset = {
  login: 'login.partner.microsoftonline.cn',
  graph: 'microsoftgraph.chinacloudapi.cn',
  config: { cloud: 'china', tenant: 'contoso.onmicrosoft.com' },
};

/** Each preset, with a kind of account that no other test has: `common` is the one of all others. */
const SIGN_INS = [
  ['the global cloud, with a personal account', GLOBAL, 'Robin Hale'],
  ['US Government, of one tenant by its GUID', US_GOVERNMENT, 'Adele Vance'],
  ['the US Department of Defense, of any organization', US_DEFENSE, 'Oscar Ward'],
  ['China, of one tenant by its domain', CHINA, 'Adele Vance'],
] as const;

interface Place {
  readonly url: string;
  readonly cloud: LocalCloud;
}

/** The local cloud under the host names of Microsoft's clouds. */
const test = base.extend<{ preset: Preset; place: Place }, { hosts: MicrosoftHosts }>({
  preset: [GLOBAL, { option: true }],
  hosts: [
    async ({}, use) => {
      const hosts = await startMicrosoftHosts();
      await use(hosts);
      await hosts.close();
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ launchOptions, hosts }, use) => {
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), hosts.browserFlag] });
    },
    { scope: 'worker' },
  ],
  place: async ({ preset: { login, graph, config }, hosts }, use) => {
    const cloud = await hosts.startCloud(login, graph);
    const clientId = '00001111-aaaa-2222-bbbb-3333cccc4444';
    const site = await startBuild({ clientId, ...config });
    await use({ url: site.url, cloud });
    await site.close();
  },
  baseURL: async ({ place }, use) => {
    await use(place.url);
  },
  watched: async ({ place, preset }, use) => {
    const cloud = { url: `https://${preset.login}`, log: place.cloud.log };
    await use({ appUrl: place.url, cloud });
  },
});

test.use({ ignoreHTTPSErrors: true });

for (const [title, preset, person] of SIGN_INS) {
  test.describe(title, () => {
    test.use({ preset });

    test('signs in, reads its Graph, and signs out, at its own hosts alone', async ({
      page,
      place,
      watch,
    }) => {
      const app = new AppPages(page);
      await app.signIn(person);

      const { host, pathname } = watch.authorizeRequests[0] ?? {};
      expect(host).toBe(preset.login);
      expect(pathname).toBe(`/${preset.config.tenant}/oauth2/v2.0/authorize`);
      expect(watch.tokenRequests).toHaveLength(1);

      await app.signOut();
      await expect(page.getByText('You are signed out.')).toBeVisible();
      const hosts = watch.urls
        .filter((url) => url.startsWith('http'))
        .map((url) => new URL(url).host);
      expect(new Set(hosts)).toEqual(
        new Set([new URL(place.url).host, preset.login, preset.graph]),
      );
    });
  });
}
