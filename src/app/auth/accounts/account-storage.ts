/** Key under which the app stores something of one account. */
export function accountStorageKey(accountId: string, name: string): string {
  return `app.person|${accountId}|${name}`;
}

/** Removes everything under such keys; for when the account signs out. */
export function clearAccountStorage(accountId: string): void {
  for (const storage of [sessionStorage, localStorage]) {
    for (const key of Object.keys(storage)) {
      if (key.startsWith(accountStorageKey(accountId, ''))) storage.removeItem(key);
    }
  }
}
