/**
 * Where Microsoft Entra ID and Microsoft Graph live, cloud by cloud. The content security policy that
 * `ng serve` sends is made from the same table (hosting/policy.ts).
 *
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

/** Graph for the US Department of Defense, whose people sign in where US Government's do. */
const DOD_GRAPH = 'https://dod-graph.microsoft.us';

/**
 * Where Graph is for people of a cloud.
 *
 * @returns origins, the usual one first
 */
export function graphsOf(cloud: Cloud): readonly string[] {
  const { graph } = clouds[cloud];
  return cloud === 'us-government' ? [graph, DOD_GRAPH] : [graph];
}
