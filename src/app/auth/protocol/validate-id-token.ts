import type { Settings } from '../../settings/settings';
import { PERSONAL_ACCOUNTS } from '../accounts/account';

export interface IdTokenClaims {
  readonly aud?: string | readonly string[] | undefined;
  readonly iss?: string | undefined;
  readonly tid?: string | undefined;
  readonly exp?: number | undefined;
}

/** As Entra's own libraries allow. */
const CLOCK_SKEW_SECONDS = 300;

/**
 * Returns the claim that is not valid. MSAL accepts an ID token for another app, of another provider or tenant, or
 * expired; the signature needs no check, because the token comes from the token endpoint over TLS.
 * @see OpenID Connect Core 1.0 section 3.1.3.7, items 2, 3, 6 and 9
 */
export function findInvalidClaim(
  claims: IdTokenClaims,
  settings: Settings,
  now: number,
): keyof IdTokenClaims | undefined {
  if (![claims.aud].flat().includes(settings.clientId)) return 'aud';
  if (!isIssuerValid(claims, settings)) return 'iss';
  if (!isTenantAllowed(claims.tid, settings)) return 'tid';
  if (!claims.exp || claims.exp + CLOCK_SKEW_SECONDS < now / 1000) return 'exp';
  return undefined;
}

function isIssuerValid(
  { iss, tid }: IdTokenClaims,
  { issuerOrigin, protocol, authority }: Settings,
): boolean {
  if (protocol === 'oidc') return iss?.replace(/\/$/, '') === authority;
  return issuerOrigin === undefined
    ? iss?.startsWith('https://') === true
    : iss === `${issuerOrigin}/${tid ?? ''}/v2.0`;
}

function isTenantAllowed(
  tid: string | undefined,
  { authority, allowedTenants }: Settings,
): boolean {
  if (allowedTenants) return tid !== undefined && allowedTenants.includes(tid);
  const tenant = new URL(authority).pathname.slice(1);
  if (tenant === 'organizations') return tid !== PERSONAL_ACCOUNTS;
  if (tenant === 'consumers') return tid === PERSONAL_ACCOUNTS;
  // The tenant may be a domain, whose GUID is not known; the issuer has been checked.
  return !/^[0-9a-f-]{36}$/i.test(tenant) || tid === tenant.toLowerCase();
}
