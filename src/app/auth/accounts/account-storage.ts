import type { Settings } from '../../settings/settings';

/** Separates apps that share an origin: part of every storage key, cookie, channel and lock. */
export type StorageScope = Pick<Settings, 'clientId' | 'storagePath'>;

export function storageKey({ clientId, storagePath }: StorageScope, name: string): string {
  return `app|${clientId}|${storagePath}|${name}`;
}

/** Returns the storage key of something that belongs to an account. start/page-load.ts knows its form. */
export function accountStorageKey(scope: StorageScope, accountId: string, name: string): string {
  return storageKey(scope, `${accountId}|${name}`);
}

/** Clears everything of an account, for its sign-out. */
export function clearAccountStorage(scope: StorageScope, accountId: string): void {
  for (const storage of [sessionStorage, localStorage]) {
    for (const key of Object.keys(storage)) {
      if (key.startsWith(accountStorageKey(scope, accountId, ''))) storage.removeItem(key);
    }
  }
}
