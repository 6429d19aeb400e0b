import { AuthError } from '@azure/msal-browser';
import type { Settings } from '../settings/settings';
import { PERSONAL_ACCOUNTS } from './account';

/** Claims of an ID token, as far as they are checked. */
export interface IdTokenClaims {
  readonly aud?: string | undefined;
  readonly iss?: string | undefined;
  readonly tid?: string | undefined;
  readonly exp?: number | undefined;
}

/** Thrown when an ID token is not for this app, this provider, these tenants or this time. */
export class IdTokenRefusedError extends AuthError {
  override readonly name = 'IdTokenRefusedError';

  constructor(claim: keyof IdTokenClaims, correlationId: string) {
    super(`id_token_${claim}`, correlationId);
  }
}

/** Clocks differ: what Entra's own libraries allow. */
const SKEW_SECONDS = 300;

/**
 * Checks what MSAL leaves unchecked: it accepts an ID token for another app, of another provider or
 * tenant, or long expired. The signature is not needed beside it, because the token comes straight from
 * the token endpoint over TLS.
 * @see OpenID Connect Core 1.0 section 3.1.3.7, items 2, 3, 6 and 9
 *
 * @param now milliseconds since 1970
 * @returns the claim that does not hold, or undefined when all do
 */
export function refusedClaim(
  claims: IdTokenClaims,
  settings: Settings,
  now: number,
): keyof IdTokenClaims | undefined {
  if (claims.aud !== settings.clientId) return 'aud';
  if (!isIssuedHere(claims, settings)) return 'iss';
  if (!isAdmitted(claims.tid, settings)) return 'tid';
  if (!claims.exp || claims.exp + SKEW_SECONDS < now / 1000) return 'exp';
  return undefined;
}

function isIssuedHere({ iss, tid }: IdTokenClaims, { issuerOrigin }: Settings): boolean {
  return issuerOrigin === undefined
    ? iss?.startsWith('https://') === true
    : iss === `${issuerOrigin}/${tid ?? ''}/v2.0`;
}

function isAdmitted(tid: string | undefined, { authority, allowedTenants }: Settings): boolean {
  if (allowedTenants) return tid !== undefined && allowedTenants.includes(tid);
  const tenant = new URL(authority).pathname.slice(1);
  if (tenant === 'organizations') return tid !== PERSONAL_ACCOUNTS;
  if (tenant === 'consumers') return tid === PERSONAL_ACCOUNTS;
  // A domain stands for a tenant whose GUID is not known here; the issuer has vouched for it.
  return !/^[0-9a-f-]{36}$/i.test(tenant) || tid === tenant.toLowerCase();
}
