/**
 * The one check that every address in `config.json` goes through, whole or as a part. What a person reads
 * in it has to be where it leads: no user info (`https://login.microsoftonline.com@evil.example/`), no
 * query, no fragment, and nothing that a browser would silently read as something else.
 */

const PLAIN = /^https?:\/\/[^\s\\@?#/]+(\/[^\s\\?#]*)?$/;

/**
 * Reads an address.
 *
 * @param text what stands in the file
 * @param protocol the one that will do
 * @returns the parsed address, or undefined when it is not plain
 */
export function plainAddress(text: string, protocol: 'http:' | 'https:'): URL | undefined {
  if (!PLAIN.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  // A host in other letters than its own, such as a wide full stop, reads as another.
  return url.protocol === protocol && text.toLowerCase().startsWith(url.origin) ? url : undefined;
}

/**
 * Whether an address is an origin, as browsers write it: without path and trailing slash.
 *
 * @param text what stands in the file
 * @param protocol the one that will do
 */
export function isOrigin(text: string, protocol: 'http:' | 'https:'): boolean {
  return plainAddress(text, protocol)?.origin === text;
}

/**
 * Says where an address with user info really leads.
 *
 * @param text what stands in the file
 * @returns the remedy, or undefined when there is no user info in it
 */
export function userInfoRemedy(text: string): string | undefined {
  const [, host] = /^(?:\w+:)?[\\/]*[^\\/?#]*@([^\\/?#]*)/.exec(text) ?? [];
  if (host === undefined) return undefined;
  return `This leads to "${host}": what stands before "@" is user info, no host. Remove it, and check that the host is yours.`;
}
