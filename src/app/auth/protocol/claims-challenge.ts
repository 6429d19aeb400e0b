/**
 * The claims that an API asks for in a 401 (continuous access evaluation, authentication context), read
 * from its `WWW-Authenticate` header.
 * @see RFC 9110 section 11.6.1, https://learn.microsoft.com/entra/identity-platform/claims-challenge
 *
 * @param header `Bearer realm="", error="insufficient_claims", claims="eyJ…"`; several challenges may
 *   stand in it, commas may stand inside quotes, and values may come without quotes
 * @returns the claims as JSON text for MSAL, or undefined when none are asked for
 */
export function claimsOf(header: string | null): string | undefined {
  const asking = challengesOf(header ?? '').find(
    (challenge) =>
      challenge.get(SCHEME) === 'bearer' && challenge.get('error') === 'insufficient_claims',
  );
  return asking && decode(asking.get('claims') ?? '');
}

/**
 * A scheme, which begins the header or follows a comma and no `=` follows; or a name, `=`, and a quoted
 * text or a token. What is in between (a token68) is passed over.
 */
const PART =
  /(?:^|,)\s*([\w!#$%&'*+.^`|~-]+)(?=\s+[^\s=]|\s*(?:,|$))|([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)(?:"|$)|([^\s",]+))/g;

/** No parameter has this name, so the scheme can stand among them. */
const SCHEME = '';

/** Each challenge's scheme and parameters, in small letters but for the values. */
function challengesOf(header: string): Map<string, string>[] {
  const found: Map<string, string>[] = [];
  for (const [, scheme, name = '', quoted, token = ''] of header.matchAll(PART)) {
    if (scheme) found.push(new Map([[SCHEME, scheme.toLowerCase()]]));
    else found.at(-1)?.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? token);
  }
  return found;
}

/** Base64, padded or not, of the standard or the URL alphabet, of a JSON object in UTF-8. */
function decode(base64: string): string | undefined {
  try {
    const binary = atob(base64.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(binary, (character) => character.charCodeAt(0)),
    );
    const claims: unknown = JSON.parse(text);
    return typeof claims === 'object' && claims !== null ? text : undefined;
  } catch {
    return undefined;
  }
}
