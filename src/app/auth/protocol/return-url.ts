/**
 * Validates a path to return to after sign-in: `/profile?tab=1#phone`. Anything else would make an open redirector.
 * @see RFC 9700 section 4.11
 */
export function returnUrl(candidate: string | null | undefined): string | undefined {
  // After a second slash or a backslash, browsers read a host name.
  return candidate && /^\/(?![/\\])[^\s\\]*$/.test(candidate) ? candidate : undefined;
}
