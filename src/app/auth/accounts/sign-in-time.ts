import type { Settings } from '../../settings/settings';
import { accountStorageKey } from './account-storage';

type Where = Pick<Settings, 'cacheLocation'>;

/** Stores the start of a refresh token's 24 hours, where MSAL stores the tokens: it lasts as long as they do. */
export function storeSignInTime(accountId: string, { cacheLocation }: Where): void {
  window[cacheLocation].setItem(accountStorageKey(accountId, 'signed-in'), String(Date.now()));
}

/** Returns when the account last signed in, in milliseconds since 1970. */
export function signInTime(accountId: string, { cacheLocation }: Where): number | undefined {
  const text = window[cacheLocation].getItem(accountStorageKey(accountId, 'signed-in'));
  return text && Number.isFinite(Number(text)) ? Number(text) : undefined;
}
