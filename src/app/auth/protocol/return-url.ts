/**
 * A place in this app to go to after sign-in, from text that may come from outside (the `state` of a
 * response, a query parameter). Only a path is taken, never another origin: no open redirector.
 * @see RFC 9700 section 4.11
 *
 * @param candidate path with query and fragment: `/profile?tab=1#phone`
 * @returns the path, or undefined when the text is anything else
 */
export function returnUrl(candidate: string | null | undefined): string | undefined {
  // A second slash or a backslash would make the browser read a host name.
  return candidate && /^\/(?![/\\])[^\s\\]*$/.test(candidate) ? candidate : undefined;
}
