/** Key of something the app keeps of one account in the browser's storage. */
export function accountStorageKey(accountId: string, name: string): string {
  return `app.person|${accountId}|${name}`;
}

/** Removes everything kept under such keys; for when the account signs out. */
export function clearAccountStorage(accountId: string): void {
  for (const storage of [sessionStorage, localStorage]) {
    for (const key of Object.keys(storage)) {
      if (key.startsWith(accountStorageKey(accountId, ''))) storage.removeItem(key);
    }
  }
}
