/**
 * Remembers for every tab of this browser that an account has just been signed out, for as long as a refresh
 * token of a single-page application lives. In a cookie, because storage is to be empty then; all it has is
 * the time, and a part of a hash for a name, which tells nobody who it is.
 */
export async function setSignOutMarker(accountId: string): Promise<void> {
  document.cookie = `${await nameOf(accountId)}${Date.now()}; Path=/; Max-Age=86400; SameSite=Strict; Secure`;
}

/**
 * Whether an account was signed out in this browser after a time. A sign-out that is still to come tells that the
 * clock has been set back, and counts for nothing: whoever signs in would be signed out at once, again and again.
 *
 * @param time milliseconds since 1970
 */
export async function isSignedOutSince(accountId: string, time: number): Promise<boolean> {
  const end = parseInt(document.cookie.split(await nameOf(accountId))[1] ?? '');
  return end > time && end <= Date.now();
}

/** The cookie's name and the equals sign. */
async function nameOf(accountId: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(accountId));
  return `app.out.${String(new BigUint64Array(hash)[0])}=`;
}
