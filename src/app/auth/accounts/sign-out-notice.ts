import { storageKey, type StorageScope } from './account-storage';

/** Why a session ended. `local-only`: Entra ID was unreachable. `damaged`: MSAL could not read its storage. */
export type SignOutNotice = 'here' | 'damaged' | 'other-tab' | 'local-only' | 'idle';

const NAME = 'notice';

/** Stores a notice for the next page load. */
export function storeNotice(scope: StorageScope, notice: SignOutNotice): void {
  sessionStorage.setItem(storageKey(scope, NAME), notice);
}

/** Returns the stored notice and clears it. */
export function consumeNotice(scope: StorageScope): SignOutNotice | undefined {
  const key = storageKey(scope, NAME);
  const stored = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return stored === 'here' || stored === 'idle' || stored === 'damaged' ? stored : undefined;
}
