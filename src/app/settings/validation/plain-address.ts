/** An address that leads to the host it shows: not `https://login.microsoftonline.com@evil.example/`. */

const PLAIN = /^https?:\/\/[^\s\\@?#/]+(\/[^\s\\?#]*)?$/;

/** Parses an address of `config.json`; undefined when it is not plain or has another protocol. */
export function plainAddress(text: string, protocol: 'http:' | 'https:'): URL | undefined {
  if (!PLAIN.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  // Browsers map look-alike characters, such as a wide full stop, to others: that would be another host.
  return url.protocol === protocol && text.toLowerCase().startsWith(url.origin) ? url : undefined;
}

/** Whether an address is an origin as browsers write it: without path and trailing slash. */
export function isOrigin(text: string, protocol: 'http:' | 'https:'): boolean {
  return plainAddress(text, protocol)?.origin === text;
}

/** Returns a remedy that names the real host of an address with user info; undefined for any other. */
export function userInfoRemedy(text: string): string | undefined {
  const [, host] = /^(?:\w+:)?[\\/]*[^\\/?#]*@([^\\/?#]*)/.exec(text) ?? [];
  if (host === undefined) return undefined;
  return `This leads to "${host}": what stands before "@" is user info, no host. Remove it, and check that the host is yours.`;
}
