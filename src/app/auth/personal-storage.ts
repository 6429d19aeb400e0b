/** Key of something the app keeps of one account in the browser's storage. */
export function personalKey(accountId: string, name: string): string {
  return `app.person|${accountId}|${name}`;
}

/** Removes everything kept under such keys; for when the account signs out. */
export function forgetPersonal(accountId: string): void {
  for (const storage of [sessionStorage, localStorage]) {
    for (const key of Object.keys(storage)) {
      if (key.startsWith(personalKey(accountId, ''))) storage.removeItem(key);
    }
  }
}
