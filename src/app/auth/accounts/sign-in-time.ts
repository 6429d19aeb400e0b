import type { Settings } from '../../settings/settings';
import { accountStorageKey } from './account-storage';

type Where = Pick<Settings, 'cacheLocation'>;

/**
 * Notes that a person has just signed in at Entra ID, which begins the 24 hours of a refresh token.
 * Kept where MSAL keeps the tokens, so that it is there as long and in the same tabs as they are.
 */
export function storeSignInTime(accountId: string, { cacheLocation }: Where): void {
  window[cacheLocation].setItem(accountStorageKey(accountId, 'signed-in'), String(Date.now()));
}

/** When the account last signed in, in milliseconds since 1970; undefined when that is not known. */
export function signInTime(accountId: string, { cacheLocation }: Where): number | undefined {
  const text = window[cacheLocation].getItem(accountStorageKey(accountId, 'signed-in'));
  return text && Number.isFinite(Number(text)) ? Number(text) : undefined;
}
