import type { Settings } from '../../settings/settings';
import { accountStorageKey, type StorageScope } from './account-storage';

type Scope = StorageScope & Pick<Settings, 'cacheLocation'>;

/** Stores the time of a sign-in, where MSAL stores the tokens: a refresh token lives for 24 hours from it. */
export function storeSignInTime(accountId: string, scope: Scope): void {
  window[scope.cacheLocation].setItem(keyOf(accountId, scope), String(Date.now()));
}

/** Returns the time of the account's last sign-in in milliseconds since 1970, or undefined. */
export function signInTime(accountId: string, scope: Scope): number | undefined {
  const text = window[scope.cacheLocation].getItem(keyOf(accountId, scope));
  return text && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

const keyOf = (accountId: string, scope: Scope) => accountStorageKey(scope, accountId, 'signed-in');
