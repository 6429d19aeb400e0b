import { clouds } from '../clouds';
import { providerProblems } from './provider-problems';

const page = new URL('https://app.example/profile?tab=1');
const clientId = '00001111-aaaa-2222-bbbb-3333cccc4444';
const good = { clientId, cloud: 'global', tenant: 'common' };
const customAuthority = {
  clientId,
  authority: 'https://contoso.ciamlogin.com/contoso.onmicrosoft.com',
  graphBaseUrl: 'https://graph.microsoft.com',
};

const oidc = (fields = {}) => ({ clientId: 'my-app', protocol: 'oidc', ...fields });

describe('providerProblems', () => {
  const refused: [title: string, fields: object, field: string, value: string, remedy: RegExp][] = [
    [
      'a cloud without a tenant',
      { clientId, cloud: 'global' },
      'tenant',
      '(missing)',
      /no default/,
    ],
    [
      'known authorities of a cloud',
      { ...good, knownAuthorities: ['a.example'] },
      'knownAuthorities',
      '["a.example"]',
      /"authority" only/,
    ],
    ['neither cloud nor authority', { clientId }, 'cloud', '(missing)', /"authority"/],
    [
      'cloud and authority',
      { ...good, authority: 'https://a.example/t' },
      'authority',
      '"https://a.example/t"',
      /not both/,
    ],
    [
      'a tenant beside an authority',
      { ...customAuthority, tenant: 'common' },
      'tenant',
      '"common"',
      /remove/,
    ],
    [
      'an authority without a Graph',
      { ...customAuthority, graphBaseUrl: undefined },
      'graphBaseUrl',
      '(missing)',
      /where Microsoft Graph is/,
    ],
    [
      'a Graph that is not the cloud’s, which would get the tokens',
      { ...good, graphBaseUrl: 'https://graph.example' },
      'graphBaseUrl',
      '"https://graph.example"',
      /"global" has its Graph at https:\/\/graph\.microsoft\.com: give that, or remove/,
    ],
    [
      'the Graph of another cloud',
      { ...good, cloud: 'china', graphBaseUrl: 'https://graph.microsoft.com' },
      'graphBaseUrl',
      '"https://graph.microsoft.com"',
      /"china" has its Graph at https:\/\/microsoftgraph\.chinacloudapi\.cn/,
    ],
    ...(
      [
        ['https://login.microsoftonline.us/contoso.us', 'us-government'],
        ['https://login.microsoft.com/contoso.com', 'global'],
        ['https://contoso.ciamlogin.com/contoso.onmicrosoft.com', 'global'],
        ['https://login.usgovcloudapi.net/contoso.us', 'us-government'],
      ] as const
    ).map(([authority, cloud]): (typeof refused)[number] => [
      `the Graph of China with ${authority}`,
      { clientId, authority, graphBaseUrl: clouds.china.graph },
      'graphBaseUrl',
      `"${clouds.china.graph}"`,
      new RegExp(`"authority" is an address of the cloud "${cloud}", whose Graph is at https://`),
    ]),
    [
      'Graph with a policy of Azure AD B2C',
      {
        ...customAuthority,
        authority: 'https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1A_in',
      },
      'graphBaseUrl',
      '"https://graph.microsoft.com"',
      /takes no tokens of Azure AD B2C: remove this field/,
    ],
    [
      'known authorities without the authority’s own host',
      {
        ...customAuthority,
        authority: 'https://login.example/contoso',
        knownAuthorities: ['id.example'],
      },
      'knownAuthorities',
      '["id.example"]',
      /Add the host of "authority", "login\.example"/,
    ],
    ['another provider without its address', oidc(), 'authority', '(missing)', /issuer/],
    [
      'another provider with capitals in its address, which MSAL would not keep',
      oidc({ authority: 'https://id.example/realms/Contoso' }),
      'authority',
      '"https://id.example/realms/Contoso"',
      /lower case/,
    ],
    [
      'another provider in a Microsoft cloud',
      oidc({ authority: 'https://id.example', cloud: 'global' }),
      'cloud',
      '"global"',
      /Entra ID only/,
    ],
    [
      'the client id of another provider with Entra ID',
      { ...good, clientId: 'my-app' },
      'clientId',
      '"my-app"',
      /GUID/,
    ],
    [
      'personal accounts in a national cloud, which has none',
      { clientId, cloud: 'china', tenant: 'consumers' },
      'tenant',
      '"consumers"',
      /"global" only/,
    ],
    [
      'S36: the local cloud on a real host',
      { ...good, cloud: 'local' },
      'cloud',
      '"local"',
      /refused on app\.example/,
    ],
    [
      'a local address for a real cloud',
      { ...good, localCloud: 'http://localhost:1' },
      'localCloud',
      '"http://localhost:1"',
      /remove/,
    ],
  ];

  for (const [title, fields, field, value, remedy] of refused) {
    it(`F25: refuses ${title}, naming field, value and remedy`, () => {
      const problems = providerProblems(fields, page);

      expect(problems.map((problem) => problem.field)).toEqual([field]);
      expect(problems[0]?.value).toBe(value);
      expect(problems[0]?.remedy).toMatch(remedy);
    });
  }

  it('accepts a cloud with its tenant, and an authority with its Graph', () => {
    expect(providerProblems(good, page)).toEqual([]);
    expect(providerProblems(customAuthority, page)).toEqual([]);
    expect(providerProblems(oidc({ authority: 'https://id.example' }), page)).toEqual([]);
    expect(
      providerProblems({ ...customAuthority, authority: 'https://notciamlogin.com/t' }, page),
    ).toEqual([]);
    expect(
      providerProblems(
        { ...customAuthority, authority: `${clouds.global.login}/contoso.com` },
        page,
      ),
    ).toEqual([]);
  });

  it('reports for a misspelt cloud only what does not depend on the cloud', () => {
    const fields = { clientId, cloud: 'locl', localCloud: 'http://localhost:4100' };

    expect(providerProblems(fields, page).map(({ field }) => field)).toEqual(['tenant']);
  });

  it('accepts every Graph of a cloud', () => {
    const fields = { ...good, cloud: 'us-government' };

    for (const graphBaseUrl of ['https://graph.microsoft.us', 'https://dod-graph.microsoft.us']) {
      expect(providerProblems({ ...fields, graphBaseUrl }, page)).toEqual([]);
    }
  });
});
