import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { Ajv } from 'ajv';
import { startLocalCloud } from '../../emulator/index.ts';
import type { LocalCloud, Seed } from '../../emulator/index.ts';
import { examine, type Report, reportText } from './doctor.ts';
import { type Config, GLOBAL, MISTAKES_IN_FILE, MISTAKES_ON_SITE } from './mistakes.ts';
import { goodSite, serveSite, type Site } from './testing.ts';

const SAMPLE = '00001111-aaaa-2222-bbbb-3333cccc4444';
const ids = ['web', 'none', 'bridge', 'single', 'personal'] as const;
const CLIENTS = Object.fromEntries(
  ids.map((name, index) => [name, `0000000${index}-1111-4111-8111-111111111111`]),
) as Record<(typeof ids)[number], string>;
const ROOT = 'http://localhost:3000/';
const BOTH = [ROOT, `${ROOT}redirect.html`];
const app = (name: keyof typeof CLIENTS, spa: string[], more: object = {}) => ({
  clientId: CLIENTS[name],
  name,
  redirectUris: { spa },
  ...more,
});
const seed: Seed = {
  registrations: [
    app('web', [], { redirectUris: { web: BOTH }, secret: 'secret' }),
    app('none', ['http://localhost:3000/other']),
    app('bridge', [ROOT]),
    app('single', BOTH, { audience: 'AzureADMyOrg' }),
    app('personal', BOTH, { audience: 'PersonalMicrosoftAccount' }),
  ],
};
const judge = new Ajv().compile(
  JSON.parse(readFileSync(new URL('report.schema.json', import.meta.url), 'utf8')) as object,
);

/** Comes between the doctor and what it asks. */
type Between = (url: URL, pass: () => Promise<Response>, method: string) => Promise<Response>;

describe('npm run doctor', () => {
  let cloud: LocalCloud;
  let site: Awaited<ReturnType<typeof serveSite>>;
  let pages: Site;
  let now = 0;
  let audit = '{"vulnerabilities":{}}';
  before(async () => {
    cloud = await startLocalCloud({ port: 0, seed });
    site = await serveSite(() => pages);
  });
  after(async () => {
    site.close();
    await cloud.close();
  });

  const good = (): Config => ({
    clientId: SAMPLE,
    cloud: 'local',
    tenant: 'common',
    localCloud: cloud.url,
  });
  const look = async (
    config: string | Config | undefined,
    { between = (_, pass) => pass(), url }: { between?: Between; url?: URL } = {},
  ): Promise<Report> => {
    const through: typeof fetch = (input, init) =>
      between(new URL(input as string | URL), () => fetch(input, init), init?.method ?? 'GET');
    const report = await examine({
      config: typeof config === 'object' ? JSON.stringify(config) : config,
      url,
      environment: {
        fetch: through,
        now: () => Date.now() + now,
        audit: () => (audit ? Promise.resolve(audit) : Promise.reject(new Error('offline'))),
      },
    });
    assert.ok(judge(report), JSON.stringify(judge.errors));
    assert.equal(report.ok, report.findings.length === 0);
    return report;
  };
  const idsOf = ({ findings }: Report) => findings.map(({ id }) => id);

  const issuer = 'https://id.example';
  const policy = `${issuer}/contoso.com/B2C_1_in`;
  for (const [config, at] of [
    [{ clientId: 'a', protocol: 'oidc', authority: issuer }, issuer],
    [{ clientId: SAMPLE.replace('0', '1'), authority: policy }, `${policy}/v2.0`],
  ] as const)
    test(`looks for metadata at ${at}, and for no Graph`, async () => {
      const asked: string[] = [];
      const metadata = { issuer, authorization_endpoint: issuer, token_endpoint: issuer };
      const between: Between = (url) => {
        asked.push(url.href);
        return Promise.resolve(Response.json(metadata));
      };
      const report = await look(config, { between });
      assert.deepEqual(report.findings, []);
      assert.deepEqual([...new Set(asked)], [`${at}/.well-known/openid-configuration`]);
    });

  test('finds nothing on a healthy set-up, deployed site included', async () => {
    pages = goodSite(cloud.url, JSON.stringify(good()));
    const report = await look(good(), { url: site.url });
    assert.deepEqual(report, { ok: true, findings: [], notes: [] });
    assert.match(reportText(report), /Nothing is wrong/);
  });

  for (const [what, config, id] of MISTAKES_IN_FILE) {
    test(`names ${what}: ${id}`, async () => {
      assert.deepEqual(idsOf(await look(config)), [id]);
    });
  }

  test('names the sample’s client ID in a real cloud, and that the name is not known', async () => {
    const between = () =>
      Promise.reject(new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } }));
    const report = await look({ ...GLOBAL, clientId: SAMPLE }, { between });
    assert.deepEqual(idsOf(report), ['config-sample-client-id', 'sign-in-dns', 'graph-dns']);
  });

  const failing =
    (code: string, only: (url: URL) => boolean): Between =>
    (url, pass) =>
      only(url) ? Promise.reject(new TypeError('fetch failed', { cause: { code } })) : pass();
  const isGraph = ({ pathname }: URL) => pathname.startsWith('/v1.0');
  const isLogin = (url: URL) => !isGraph(url);
  const network: [string, Between, string][] = [
    [
      'a certificate that is not trusted',
      failing('SELF_SIGNED_CERT_IN_CHAIN', isLogin),
      'sign-in-tls',
    ],
    ['a sign-in that refuses connections', failing('ECONNREFUSED', isLogin), 'sign-in-unreachable'],
    ['a Graph that times out', failing('UND_ERR_CONNECT_TIMEOUT', isGraph), 'graph-unreachable'],
    ['an expired certificate of Graph', failing('CERT_HAS_EXPIRED', isGraph), 'graph-tls'],
  ];
  for (const [what, between, id] of network) {
    test(`names ${what}: ${id}`, async () => {
      assert.deepEqual(idsOf(await look(good(), { between })), [id]);
    });
  }

  test('names a clock that is an hour ahead: clock-wrong', async () => {
    now = 3_600_000;
    assert.deepEqual(idsOf(await look(good())), ['clock-wrong']);
    now = 0;
  });

  const metadata =
    (change: object): Between =>
    async (url, pass) =>
      url.pathname.endsWith('openid-configuration')
        ? Response.json({ ...((await (await pass()).json()) as object), ...change })
        : pass();
  const html: Response['text'] = () => Promise.resolve('<html>Proxy</html>');
  const page = async (status = 200) => new Response(await html(), { status });
  const without =
    (header: string, at: (url: URL, method: string) => boolean): Between =>
    async (url, pass, method) => {
      const response = await pass();
      const headers = new Headers(response.headers);
      if (at(url, method)) headers.delete(header);
      return new Response(response.body, { status: response.status, headers });
    };
  const replaced =
    (at: (url: URL) => boolean): Between =>
    (url, pass) =>
      at(url) ? page() : pass();
  const ACAO = 'access-control-allow-origin';
  const isToken = ({ pathname }: URL) => pathname.endsWith('/token');
  const isMe = ({ pathname }: URL) => pathname === '/v1.0/me';
  const online: [string, () => Config, Between | undefined, string][] = [
    [
      'an unknown tenant',
      () => ({ ...good(), tenant: 'nowhere.example' }),
      undefined,
      'tenant-unknown',
    ],
    [
      'metadata behind a proxy’s page',
      good,
      replaced(({ pathname }) => pathname.endsWith('configuration')),
      'discovery-broken',
    ],
    ['a foreign issuer', good, metadata({ issuer: 'https://evil.example/v2.0' }), 'issuer-foreign'],
    ['no issuer', good, metadata({ issuer: '' }), 'issuer-foreign'],
    [
      'foreign endpoints',
      good,
      metadata({ token_endpoint: 'https://evil.example/token' }),
      'endpoints-foreign',
    ],
    [
      'an unknown client (700016)',
      () => ({ ...good(), clientId: '99999999-1111-4111-8111-111111111111' }),
      undefined,
      'client-unknown',
    ],
    [
      'an unregistered redirect URI (50011)',
      () => ({ ...good(), clientId: CLIENTS.none }),
      undefined,
      'redirect-uri-not-registered',
    ],
    [
      'an unregistered bridge page (50011)',
      () => ({ ...good(), clientId: CLIENTS.bridge }),
      undefined,
      'bridge-not-registered',
    ],
    [
      'a single-tenant app at common (50194)',
      () => ({ ...good(), clientId: CLIENTS.single }),
      undefined,
      'tenant-too-wide',
    ],
    [
      'an app of personal accounts at common (9002331)',
      () => ({ ...good(), clientId: CLIENTS.personal }),
      undefined,
      'tenant-not-consumers',
    ],
    [
      'a permission that Graph has not (650053)',
      () => ({ ...good(), scopes: ['User.Reed'] }),
      undefined,
      'scope-unknown',
    ],
    [
      'an API that nobody registered (500011)',
      () => ({
        ...good(),
        apis: [
          { name: 'Tasks', origin: 'https://tasks.example', scopes: ['api://tasks/Tasks.Read'] },
        ],
      }),
      undefined,
      'api-unknown',
    ],
    [
      'an authorize endpoint that does not come back',
      good,
      replaced(({ pathname }) => pathname.endsWith('/authorize')),
      'authorize-unexpected',
    ],
    ['a token endpoint that is a page', good, replaced(isToken), 'token-endpoint-wrong'],
    [
      'a token endpoint that pages may not read',
      good,
      without(ACAO, isToken),
      'token-endpoint-cors',
    ],
    ['a Graph that is a page', good, replaced(isMe), 'graph-wrong'],
    ['a Graph without its challenge', good, without('www-authenticate', isMe), 'graph-wrong'],
    [
      'a Graph that refuses preflights',
      good,
      without(ACAO, (url, method) => isMe(url) && method === 'OPTIONS'),
      'graph-cors',
    ],
  ];
  for (const [what, config, between, id] of online) {
    test(`names ${what}: ${id}`, async () => {
      assert.deepEqual(idsOf(await look(config(), between && { between })), [id]);
    });
  }

  test('names redirect URIs under Web (9002326), each by itself', async () => {
    const { findings } = await look({ ...good(), clientId: CLIENTS.web });
    const platform = findings.filter(({ id }) => id === 'redirect-uri-wrong-platform');
    assert.deepEqual(
      platform.map(({ what }) => what.split(' ')[0]),
      BOTH,
    );
    assert.match(platform[0]?.why ?? '', /AADSTS9002326/);
  });

  for (const [what, change, id] of MISTAKES_ON_SITE) {
    test(`names ${what}: ${id}`, async () => {
      pages = change(goodSite(cloud.url, JSON.stringify(good())));
      assert.deepEqual(idsOf(await look(good(), { url: site.url })), [id]);
    });
  }

  test('refuses the local cloud on a deployed site', async () => {
    assert.deepEqual(idsOf(await look(good(), { url: new URL('https://app.contoso.com/') })), [
      'config-cloud',
    ]);
  });

  test('names a package with an advisory, and says so when it could not ask', async () => {
    audit = '{"vulnerabilities":{"tslib":{"severity":"high","range":"<2"}}}';
    assert.deepEqual(idsOf(await look(good())), ['advisory-tslib']);
    audit = '';
    const { ok, notes } = await look(good());
    assert.ok(ok);
    assert.match(notes[0] ?? '', /not compared with advisories/);
    audit = '{"vulnerabilities":{}}';
  });
});
