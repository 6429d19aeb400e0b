import type { AccountInfo } from '@azure/msal-browser';
import { personName } from './person-name';

/**
 * The directory of every personal Microsoft account, in every cloud that has them.
 * @see https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference
 */
export const PERSONAL_ACCOUNTS = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** A signed-in person, from the ID token. */
export interface Account {
  /** MSAL's home account id: stable, unique, not meant for people. */
  readonly id: string;
  /** What the person is called: see `personName`. */
  readonly name: string;
  /** Sign-in name: `adele@contoso.example`; empty when the ID token has none. */
  readonly username: string;
  /** The directory, as its GUID. */
  readonly tenantId: string;
  /**
   * App roles of the person. For showing and hiding only: an API decides by its own token.
   * @see https://learn.microsoft.com/entra/identity-platform/howto-add-app-roles-in-apps
   */
  readonly roles: readonly string[];
  /** What the ID token says of the person; never the token. */
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
