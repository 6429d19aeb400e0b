import { storageKey, type StorageScope } from './account-storage';

/**
 * What a person should know of the end of their session:
 *
 * - `here`: they have signed out themselves.
 * - `other-tab`: another tab signed them out.
 * - `local-only`: Entra ID could not be reached, so its own session may still be open.
 * - `damaged`: what MSAL had stored could not be read.
 * - `idle`: nobody did anything for as long as the settings allow.
 */
export type SignOutNotice = 'here' | 'damaged' | 'other-tab' | 'local-only' | 'idle';

const NAME = 'notice';

/** Signing out loads the page anew, and then it is still to be said why. */
export function storeNotice(scope: StorageScope, notice: SignOutNotice): void {
  sessionStorage.setItem(storageKey(scope, NAME), notice);
}

/** Returns what was stored, once. */
export function consumeNotice(scope: StorageScope): SignOutNotice | undefined {
  const key = storageKey(scope, NAME);
  const kept = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return kept === 'here' || kept === 'idle' || kept === 'damaged' ? kept : undefined;
}
