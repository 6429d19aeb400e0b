import { storageKey, type StorageScope } from './account-storage';

/**
 * Marks an account as signed out for every tab of this browser, for the lifetime of a refresh token. A cookie with the
 * time, because storage is cleared at sign-out; its name is part of a hash, so that it identifies nobody.
 */
export async function setSignOutMarker(scope: StorageScope, accountId: string): Promise<void> {
  const name = await cookiePrefix(scope, accountId);
  document.cookie = `${name}${Date.now()}; Path=${scope.storagePath}; Max-Age=86400; SameSite=Strict; Secure`;
}

/**
 * Returns whether an account was signed out after a time. A marker in the future is ignored: the clock was set back,
 * and it would sign the person out after every sign-in.
 */
export async function isSignedOutSince(
  scope: StorageScope,
  accountId: string,
  time: number,
): Promise<boolean> {
  const end = parseInt(document.cookie.split(await cookiePrefix(scope, accountId))[1] ?? '');
  return end > time && end <= Date.now();
}

async function cookiePrefix(scope: StorageScope, accountId: string): Promise<string> {
  const bytes = new TextEncoder().encode(storageKey(scope, accountId));
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return `app.out.${String(new BigUint64Array(hash)[0])}=`;
}
