import { type Cloud, cloudOfLogin, graphOrigins } from '../clouds';
import { problem, type SettingsProblem } from '../settings-error';
import type { Fields } from './provider-problems';

/**
 * A Graph of another cloud than the one that signs in: it would refuse the tokens, and must not get them.
 * @see https://learn.microsoft.com/graph/deployments
 */
export function foreignGraph({ cloud, authority, graphBaseUrl }: Fields): SettingsProblem[] {
  const own = (cloud as Cloud | undefined) ?? cloudOfLogin(hostOf(authority));
  const graphs = own === undefined ? [] : graphOrigins(own);
  if (typeof graphBaseUrl !== 'string' || graphs.length === 0 || graphs.includes(graphBaseUrl))
    return [];
  const remedy =
    cloud === undefined
      ? `"authority" is an address of the cloud "${String(own)}", whose Graph is at ${graphs.join(' or ')}: give that, or correct "authority".`
      : `The cloud "${String(own)}" has its Graph at ${graphs.join(' or ')}: give that, or remove this field. For any other give "authority" instead of "cloud".`;
  return [problem('graphBaseUrl', graphBaseUrl, remedy)];
}

/** MSAL asks Microsoft about a host that it is not told to trust, and does not sign in there. */
export function unknownAuthority({ authority, knownAuthorities }: Fields): SettingsProblem[] {
  const host = hostOf(authority);
  if (!Array.isArray(knownAuthorities) || host === '' || isKnownToMsal(host)) return [];
  if (knownAuthorities.includes(host)) return [];
  return [
    problem(
      'knownAuthorities',
      knownAuthorities,
      `Add the host of "authority", "${host}", or remove this field.`,
    ),
  ];
}

/** Microsoft's own hosts, and those of External ID; not those of B2C. */
function isKnownToMsal(host: string): boolean {
  return cloudOfLogin(host) !== undefined && !/\.b2clogin\.\w+$/.test(host);
}

function hostOf(authority: unknown): string {
  return typeof authority === 'string' && URL.canParse(authority) ? new URL(authority).host : '';
}
