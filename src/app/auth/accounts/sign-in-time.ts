import type { Settings } from '../../settings/settings';
import { accountStorageKey, type StorageScope } from './account-storage';

type Scope = StorageScope & Pick<Settings, 'cacheLocation'>;

/**
 * Stores that a person has just signed in at Entra ID, which begins the 24 hours of a refresh token. It lies where MSAL
 * keeps the tokens, so that it exists as long and in the same tabs as they do.
 */
export function storeSignInTime(accountId: string, scope: Scope): void {
  window[scope.cacheLocation].setItem(keyOf(accountId, scope), String(Date.now()));
}

/** Returns when the account last signed in, in milliseconds since 1970; undefined when that is not known. */
export function signInTime(accountId: string, scope: Scope): number | undefined {
  const text = window[scope.cacheLocation].getItem(keyOf(accountId, scope));
  return text && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

const keyOf = (accountId: string, scope: Scope) => accountStorageKey(scope, accountId, 'signed-in');
