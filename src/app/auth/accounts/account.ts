import type { AccountInfo } from '@azure/msal-browser';
import { personName } from './person-name';

/** Tenant of personal accounts. @see https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference */
export const PERSONAL_ACCOUNTS = '9188040d-6c67-4c5b-b112-36a304b66dad';

export interface Account {
  /** MSAL's home account id: stable and unique. */
  readonly id: string;
  /** Display name: see `personName`. */
  readonly name: string;
  /** `adele@contoso.example`; empty when the ID token has none. */
  readonly username: string;
  readonly tenantId: string;
  /** App roles, only to show and hide things: an API checks its own token. */
  readonly roles: readonly string[];
  /** Claims of the ID token, never the token itself. */
  readonly claims: Readonly<Record<string, unknown>>;
}

export function toAccount(info: AccountInfo): Account {
  return {
    id: info.homeAccountId,
    name: personName(info.name, info.username),
    username: info.username,
    tenantId: info.tenantId,
    roles: info.idTokenClaims?.roles ?? [],
    claims: { ...info.idTokenClaims },
  };
}
