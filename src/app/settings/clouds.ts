/**
 * Hosts of Microsoft Entra ID and Microsoft Graph in each cloud. hosting/policy.ts takes its sources from here.
 * @see https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud
 * @see https://learn.microsoft.com/graph/deployments
 */
export const clouds = {
  local: { login: 'http://localhost:4001', graph: 'http://localhost:4001' },
  global: { login: 'https://login.microsoftonline.com', graph: 'https://graph.microsoft.com' },
  'us-government': {
    login: 'https://login.microsoftonline.us',
    graph: 'https://graph.microsoft.us',
  },
  china: {
    login: 'https://login.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
  },
} as const;

/** The name of a preset: `local` is the emulator in this repository. */
export type Cloud = keyof typeof clouds;

/** Graph of the US Department of Defense, whose people sign in with the US Government cloud. */
const DOD_GRAPH = 'https://dod-graph.microsoft.us';

/** Returns the origins of Graph in a cloud, the default first. */
export function graphOrigins(cloud: Cloud): readonly string[] {
  const { graph } = clouds[cloud];
  return cloud === 'us-government' ? [graph, DOD_GRAPH] : [graph];
}

/** Other hosts of each cloud's identity provider, with their subdomains. Each signs in for that cloud's Graph alone. */
const LOGIN_DOMAINS: readonly (readonly [domain: string, cloud: Cloud])[] = [
  ['login.windows.net', 'global'],
  ['login.microsoft.com', 'global'],
  ['ciamlogin.com', 'global'],
  ['b2clogin.com', 'global'],
  ['b2clogin.cn', 'china'],
  ['login.usgovcloudapi.net', 'us-government'],
  ['login.chinacloudapi.cn', 'china'],
  ...(['global', 'us-government', 'china'] as const).map(
    (cloud) => [new URL(clouds[cloud].login).host, cloud] as const,
  ),
];

/**
 * Whether an authority is a user flow or a policy of Azure AD B2C: Microsoft Graph takes none of its tokens.
 * @see https://learn.microsoft.com/azure/active-directory-b2c/user-flow-overview
 */
export function isB2cPolicy(authority: unknown): boolean {
  return typeof authority === 'string' && /\/B2C_1A?_[^/]+$/i.test(authority);
}

/** Returns the cloud whose identity provider has this host; undefined for one that is not Microsoft's. */
export function cloudOfLogin(host: string): Cloud | undefined {
  return LOGIN_DOMAINS.find(([domain]) => `.${host}`.endsWith(`.${domain}`))?.[1];
}
