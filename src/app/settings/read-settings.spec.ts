import { readSettings } from './read-settings';
import { SettingsError, type SettingsProblem } from './settings-error';

const page = new URL('https://app.example/');
const localPage = new URL('http://localhost:3000/');
const clientId = '00001111-aaaa-2222-bbbb-3333cccc4444';
const good = { clientId, cloud: 'global', tenant: 'common' };
const customAuthority = {
  clientId,
  authority: 'https://contoso.ciamlogin.com/contoso.onmicrosoft.com',
  graphBaseUrl: 'https://graph.microsoft.com',
};

function problemsOf(config: unknown, at = page): readonly SettingsProblem[] {
  try {
    readSettings(config, at);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe('readSettings', () => {
  it('fills in every default of a cloud', () => {
    expect(readSettings(good, page)).toEqual({
      clientId,
      protocol: 'entra',
      authority: 'https://login.microsoftonline.com/common',
      knownAuthorities: [],
      authorityMetadata: undefined,
      endSessionUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/logout',
      issuerOrigin: 'https://login.microsoftonline.com',
      allowedTenants: undefined,
      graphBaseUrl: 'https://graph.microsoft.com',
      apis: [],
      scopes: ['User.Read'],
      cacheLocation: 'sessionStorage',
      interaction: 'redirect',
      idleTimeoutMinutes: undefined,
      silentSignIn: false,
      signUp: false,
      remoteImages: false,
      supportEmail: undefined,
      reportUrl: undefined,
      basePath: '/',
      storagePath: '/',
      redirectUri: 'https://app.example/',
      silentRedirectUri: 'https://app.example/redirect.html',
      postLogoutRedirectUri: 'https://app.example/',
      isLocalCloud: false,
    });
  });

  it('writes GUIDs in lower case, as Entra ID does', () => {
    const GUID = 'AAAABBBB-0000-cccc-1111-dddd2222eeee';
    const config = { ...good, clientId: clientId.toUpperCase(), allowedTenants: [GUID] };
    expect(readSettings(config, page)).toEqual(
      jasmine.objectContaining({ clientId, allowedTenants: [GUID.toLowerCase()] }),
    );
  });

  it('uses the login and Graph hosts of each national cloud', () => {
    const { authority, graphBaseUrl } = readSettings({ ...good, cloud: 'china' }, page);

    expect(authority).toBe('https://login.partner.microsoftonline.cn/common');
    expect(graphBaseUrl).toBe('https://microsoftgraph.chinacloudapi.cn');
  });

  it('lets MSAL trust the host of a custom authority', () => {
    expect(readSettings(customAuthority, page).knownAuthorities).toEqual(['contoso.ciamlogin.com']);
  });

  it('accepts a custom authority with its known hosts', () => {
    const settings = readSettings(
      { ...customAuthority, knownAuthorities: ['login.contoso.example'] },
      page,
    );

    expect(settings.knownAuthorities).toEqual(['login.contoso.example']);
  });

  it('uses an https authority and http endpoints for the local cloud', () => {
    const settings = readSettings(
      { ...good, cloud: 'local', localCloud: 'http://localhost:4100' },
      localPage,
    );
    const metadata = JSON.parse(settings.authorityMetadata ?? '') as Record<string, string>;

    expect(settings.authority).toBe('https://localhost:4100/common');
    expect(settings.knownAuthorities).toEqual(['localhost:4100']);
    expect(settings.graphBaseUrl).toBe('http://localhost:4100');
    expect(metadata['token_endpoint']).toBe('http://localhost:4100/{tenantid}/oauth2/v2.0/token');
  });

  const refused: [
    title: string,
    config: unknown,
    field: string,
    value: string,
    remedy: RegExp,
    at?: URL,
  ][] = [
    ['a file that is no object', 'x', 'config.json', '"x"', /one JSON object/],
    ['a missing client ID', { cloud: 'global', tenant: 'common' }, 'clientId', '(missing)', /GUID/],
    ['a client ID that is no GUID', { ...good, clientId: 'x' }, 'clientId', '"x"', /GUID/],
    ['a misspelt field', { ...good, client: 1 }, 'client', '1', /spelling/],
    [
      'an unknown cloud',
      { ...good, cloud: 'locl' },
      'cloud',
      '"locl"',
      /local, global, us-government, china/,
    ],
    ['a tenant that is none', { ...good, tenant: 'a b' }, 'tenant', '"a b"', /GUID/],
    [
      'S36: an http authority',
      { ...customAuthority, authority: 'http://a.example/t' },
      'authority',
      '"http://a.example/t"',
      /https/,
    ],
    [
      'an authority without a tenant',
      { ...customAuthority, authority: 'https://a.example' },
      'authority',
      '"https://a.example"',
      /ends in the tenant/,
    ],
    [
      'a Graph address with a path',
      { ...customAuthority, graphBaseUrl: 'https://g.example/v1.0' },
      'graphBaseUrl',
      '"https://g.example/v1.0"',
      /without a path/,
    ],
    [
      'an http Graph',
      { ...good, graphBaseUrl: 'http://g.example' },
      'graphBaseUrl',
      '"http://g.example"',
      /https/,
    ],
    [
      'a Graph address with user info',
      { ...customAuthority, graphBaseUrl: 'https://graph.microsoft.com@evil.example' },
      'graphBaseUrl',
      '"https://graph.microsoft.com@evil.example"',
      /leads to "evil\.example"/,
    ],
    [
      'a known authority with user info',
      { ...customAuthority, knownAuthorities: ['login.example@evil.example'] },
      'knownAuthorities.0',
      '"login.example@evil.example"',
      /leads to "evil\.example"/,
    ],
    [
      'a local cloud with user info',
      { ...good, cloud: 'local', localCloud: 'http://localhost@evil.example' },
      'localCloud',
      '"http://localhost@evil.example"',
      /leads to "evil\.example"/,
      localPage,
    ],
    [
      'a known authority with a scheme',
      { ...customAuthority, knownAuthorities: ['https://a.example'] },
      'knownAuthorities.0',
      '"https://a.example"',
      /without "https/,
    ],
    [
      'an allowed tenant that is no GUID',
      { ...good, allowedTenants: ['contoso.com'] },
      'allowedTenants.0',
      '"contoso.com"',
      /GUIDs/,
    ],
    [
      'no allowed tenant at all',
      { ...good, allowedTenants: [] },
      'allowedTenants',
      '[]',
      /leave the field out/,
    ],
    ['no scopes', { ...good, scopes: [] }, 'scopes', '[]', /at least one/],
    [
      'several scopes in one text',
      { ...good, scopes: ['User.Read Mail.Read'] },
      'scopes.0',
      '"User.Read Mail.Read"',
      /without spaces/,
    ],
    [
      'an unknown cache location',
      { ...good, cacheLocation: 'memory' },
      'cacheLocation',
      '"memory"',
      /sessionStorage/,
    ],
    ...['https://evil.example/', 'redirect.html', '//evil.example/', '/\\\\evil.example/'].map(
      (redirectUri): (typeof refused)[number] => [
        `a redirect URI that is no path on this site: ${redirectUri}`,
        { ...good, redirectUri },
        'redirectUri',
        JSON.stringify(redirectUri),
        /from "\/" on/,
      ],
    ),
    [
      'S7: a redirect URI with a query',
      { ...good, redirectUri: '/?x=1' },
      'redirectUri',
      '"/?x=1"',
      /without query/,
    ],
    [
      'an unknown interaction',
      { ...good, interaction: 'iframe' },
      'interaction',
      '"iframe"',
      /popup/,
    ],
    ...[1, 1441, 2.5, '15'].map((minutes): (typeof refused)[number] => [
      `an idle timeout of ${JSON.stringify(minutes)}`,
      { ...good, idleTimeoutMinutes: minutes },
      'idleTimeoutMinutes',
      JSON.stringify(minutes),
      /2 to 1440/,
    ]),
    [
      'a local cloud on another host',
      { ...good, cloud: 'local', localCloud: 'http://evil.example' },
      'localCloud',
      '"http://evil.example"',
      /prints/,
      localPage,
    ],
    [
      'S36: an authority with user info',
      { ...customAuthority, authority: 'https://login.microsoftonline.com@evil.example/x' },
      'authority',
      '"https://login.microsoftonline.com@evil.example/x"',
      /leads to "evil\.example".*Remove it/,
    ],
  ];

  it('accepts the local cloud on a subdomain of localhost, and not on a similar name', () => {
    const local = { ...good, cloud: 'local' };

    expect(readSettings(local, new URL('http://app.localhost:3000/')).isLocalCloud).toBeTrue();
    expect(() => readSettings(local, new URL('http://notlocalhost:3000/'))).toThrow();
  });

  for (const [title, config, field, value, remedy, at] of refused) {
    it(`F25: refuses ${title}, naming field, value and remedy`, () => {
      const problems = problemsOf(config, at);

      expect(problems.map((problem) => problem.field)).toEqual([field]);
      expect(problems[0]?.value).toBe(value);
      expect(problems[0]?.remedy).toMatch(remedy);
    });
  }

  it('lists every problem at once', () => {
    const fields = problemsOf({ clientId: 1, tenant: 2 }).map(({ field }) => field);

    expect(fields).toEqual(['clientId', 'tenant', 'cloud']);
  });

  it('lists invalid fields and conflicting ones together, each field once', () => {
    const config = {
      clientId: 'x',
      cloud: 'global',
      authority: 'https://a.example/t',
      graphBaseUrl: 'http://graph.example',
    };

    expect(problemsOf(config).map(({ field }) => field)).toEqual([
      'graphBaseUrl',
      'clientId',
      'authority',
      'tenant',
    ]);
  });

  it('accepts a page whose path has an @', () => {
    expect(problemsOf({ ...good, redirectUri: '/@me' })).toEqual([]);
  });

  it('refuses a Graph address beside the local cloud, which brings its own', () => {
    const config = { ...good, cloud: 'local', graphBaseUrl: 'https://graph.microsoft.com' };
    expect(problemsOf(config, localPage).map(({ field }) => field)).toEqual(['graphBaseUrl']);
  });

  it('shortens a long value', () => {
    expect(problemsOf({ ...good, tenant: 'x'.repeat(500) })[0]?.value.length).toBe(81);
  });
});
