/**
 * Returns the claims that an API requires in a 401 (continuous access evaluation, authentication context), from its
 * `WWW-Authenticate` header.
 * @see RFC 9110 section 11.6.1, https://learn.microsoft.com/entra/identity-platform/claims-challenge
 *
 * @param header `Bearer realm="", error="insufficient_claims", claims="eyJ…"`; may hold several challenges, commas
 *   inside quotes, and values without quotes
 * @returns the claims as JSON text for MSAL, or undefined
 */
export function claimsOf(header: string | null): string | undefined {
  const challenge = challengesOf(header ?? '').find(
    (parameters) =>
      parameters.get(SCHEME) === 'bearer' && parameters.get('error') === 'insufficient_claims',
  );
  return challenge && decode(challenge.get('claims') ?? '');
}

/**
 * A scheme, which begins the header or follows a comma and no `=` follows; or a name, `=`, and a quoted
 * text or a token. What is in between (a token68) is passed over.
 */
const PART =
  /(?:^|,)\s*([\w!#$%&'*+.^`|~-]+)(?=\s+[^\s=]|\s*(?:,|$))|([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)(?:"|$)|([^\s",]+))/g;

/** No parameter has this name, so the scheme can stand among them. */
const SCHEME = '';

/** Returns each challenge's scheme and parameters, with names in lower case. */
function challengesOf(header: string): Map<string, string>[] {
  const found: Map<string, string>[] = [];
  for (const [, scheme, name = '', quoted, token = ''] of header.matchAll(PART)) {
    if (scheme) found.push(new Map([[SCHEME, scheme.toLowerCase()]]));
    else found.at(-1)?.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? token);
  }
  return found;
}

/** Decodes base64 or base64url, padded or not, of a JSON object in UTF-8. */
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
