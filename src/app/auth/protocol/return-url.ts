/**
 * Validates a path to return to after sign-in, from text that may come from outside. Accepts only a path, never
 * another origin: no open redirector.
 * @see RFC 9700 section 4.11
 *
 * @param candidate path with query and fragment: `/profile?tab=1#phone`
 * @returns the path, or undefined when the text is anything else
 */
export function returnUrl(candidate: string | null | undefined): string | undefined {
  // After a second slash or a backslash the browser reads a host name.
  return candidate && /^\/(?![/\\])[^\s\\]*$/.test(candidate) ? candidate : undefined;
}
