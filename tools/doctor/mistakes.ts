import type { Site } from './testing.ts';

/** For tests: mistakes, each with the id that the doctor has to name it by. */

export type Config = Record<string, unknown>;

const SOME_CLIENT = '00000003-1111-4111-8111-111111111111';

export const GLOBAL = { clientId: SOME_CLIENT, cloud: 'global', tenant: 'common' };
/** The network is not asked: these are about the file alone. */
export const MISTAKES_IN_FILE: [string, string | Config | undefined, string][] = [
  ['no config.json', undefined, 'config-missing'],
  ['no JSON', '{"clientId":', 'config-not-json'],
  ['no client ID', { cloud: 'global', tenant: 'common' }, 'config-clientId'],
  ['a client ID that is a name', { ...GLOBAL, clientId: 'My app' }, 'config-clientId'],
  ['a misspelt field', { ...GLOBAL, tenantId: 'common' }, 'config-tenantId'],
  ['an unknown cloud', { ...GLOBAL, cloud: 'azure' }, 'config-cloud'],
  ['no tenant', { ...GLOBAL, tenant: undefined }, 'config-tenant'],
  [
    'Graph of another cloud',
    { ...GLOBAL, graphBaseUrl: 'https://graph.microsoft.us' },
    'config-graphBaseUrl',
  ],
  [
    'a host behind user info',
    {
      clientId: SOME_CLIENT,
      authority: 'https://login.microsoftonline.com@evil.example/x',
      graphBaseUrl: 'https://graph.microsoft.com',
    },
    'config-authority',
  ],
  ['a redirect URI elsewhere', { ...GLOBAL, redirectUri: '//evil.example/' }, 'config-redirectUri'],
];

type Path = keyof Site;
const header = (path: Path, name: string, value?: string) => (all: Site) => {
  const others = Object.entries(all[path].headers).filter(([other]) => other !== name);
  const put = Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
  return { ...all, [path]: { ...all[path], headers: put } };
};
const put = (path: Path, change: object) => (all: Site) => ({
  ...all,
  [path]: { ...all[path], ...change },
});
const CSP = 'Content-Security-Policy';
export const MISTAKES_ON_SITE: [string, (all: Site) => Site, string][] = [
  ['no policy', header('/', CSP), 'header-content-security-policy'],
  [
    'a loose policy',
    header('/', CSP, "default-src 'self' 'unsafe-inline'"),
    'header-content-security-policy',
  ],
  [
    'types that browsers guess',
    header('/', 'X-Content-Type-Options'),
    'header-x-content-type-options',
  ],
  ['no HSTS', header('/', 'Strict-Transport-Security'), 'header-strict-transport-security'],
  [
    'a COOP for popups',
    header('/', 'Cross-Origin-Opener-Policy', 'unsafe-none'),
    'header-cross-origin-opener-policy',
  ],
  ['no bridge page', put('/redirect.html', { status: 404 }), 'bridge-missing'],
  [
    'the app as bridge page',
    put('/redirect.html', { body: '<app-root></app-root>' }),
    'bridge-missing',
  ],
  [
    'a bridge that may not be framed',
    header('/redirect.html', CSP, "frame-ancestors 'none'"),
    'bridge-header-content-security-policy',
  ],
  ['a page for config.json', put('/config.json', { body: '<html></html>' }), 'site-config-missing'],
  [
    'another config.json',
    put('/config.json', { body: `{"clientId":"${SOME_CLIENT}"}` }),
    'site-config-other',
  ],
  ['a config.json that is kept', header('/config.json', 'Cache-Control'), 'site-config-cached'],
  ['a site that is down', put('/', { status: 503 }), 'site-unreachable'],
];
