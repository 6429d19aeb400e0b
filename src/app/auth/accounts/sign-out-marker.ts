import { storageKey, type StorageScope } from './account-storage';

/**
 * Marks for every tab of this browser that an account has just been signed out, for as long as a refresh token of a
 * single-page application lives. A cookie, because storage is to be empty then; it holds the time, and its name has a
 * part of a hash, which tells nobody who it is.
 */
export async function setSignOutMarker(scope: StorageScope, accountId: string): Promise<void> {
  const name = await nameOf(scope, accountId);
  document.cookie = `${name}${Date.now()}; Path=${scope.basePath}; Max-Age=86400; SameSite=Strict; Secure`;
}

/**
 * Returns whether an account was signed out in this browser after a time. A sign-out in the future means that the clock
 * was set back, and does not count: whoever signs in would be signed out at once, again and again.
 *
 * @param time milliseconds since 1970
 */
export async function isSignedOutSince(
  scope: StorageScope,
  accountId: string,
  time: number,
): Promise<boolean> {
  const end = parseInt(document.cookie.split(await nameOf(scope, accountId))[1] ?? '');
  return end > time && end <= Date.now();
}

/** The cookie's name and the equals sign. */
async function nameOf(scope: StorageScope, accountId: string): Promise<string> {
  const bytes = new TextEncoder().encode(storageKey(scope, accountId));
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return `app.out.${String(new BigUint64Array(hash)[0])}=`;
}
