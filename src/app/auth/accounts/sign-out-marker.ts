/**
 * Marks an account as signed out for every tab, as long as a refresh token lives. A cookie, because storage is to be
 * empty then; it holds the time, and is named by a part of a hash, which identifies nobody.
 */
export async function setSignOutMarker(accountId: string): Promise<void> {
  document.cookie = `${await cookiePrefix(accountId)}${Date.now()}; Path=/; Max-Age=86400; SameSite=Strict; Secure`;
}

/**
 * Whether an account was signed out in this browser after a time. A sign-out in the future, left by a clock that
 * was set back, does not count: it would end every new sign-in at once.
 *
 * @param time milliseconds since 1970
 */
export async function isSignedOutSince(accountId: string, time: number): Promise<boolean> {
  const end = parseInt(document.cookie.split(await cookiePrefix(accountId))[1] ?? '');
  return end > time && end <= Date.now();
}

/** The cookie's name and the equals sign. */
async function cookiePrefix(accountId: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(accountId));
  return `app.out.${String(new BigUint64Array(hash)[0])}=`;
}
