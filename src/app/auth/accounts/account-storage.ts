import type { Settings } from '../../settings/settings';

/** What keeps apps apart that share an origin: everything stored, every cookie and channel is named after it. */
export type StorageScope = Pick<Settings, 'clientId' | 'basePath'>;

/** Returns the name of something this app stores, or of a channel or lock of its tabs. */
export function storageKey({ clientId, basePath }: StorageScope, name: string): string {
  return `app|${clientId}|${basePath}|${name}`;
}

/** Returns the key of something this app stores of one account. start/page-load.ts knows this form. */
export function accountStorageKey(scope: StorageScope, accountId: string, name: string): string {
  return storageKey(scope, `${accountId}|${name}`);
}

/** Removes everything stored under such keys; for when the account signs out. */
export function clearAccountStorage(scope: StorageScope, accountId: string): void {
  for (const storage of [sessionStorage, localStorage]) {
    for (const key of Object.keys(storage)) {
      if (key.startsWith(accountStorageKey(scope, accountId, ''))) storage.removeItem(key);
    }
  }
}
