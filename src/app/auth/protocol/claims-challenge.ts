/**
 * Returns the claims that an API requires (continuous access evaluation, authentication context) as JSON text.
 * @see RFC 9110 section 11.6.1, https://learn.microsoft.com/entra/identity-platform/claims-challenge
 * @param header `WWW-Authenticate`, with one or more challenges: `Bearer error="insufficient_claims", claims="eyJ…"`
 */
export function parseClaimsChallenge(header: string | null): string | undefined {
  const challenge = parseChallenges(header ?? '').find(
    (parameters) =>
      parameters.get(SCHEME) === 'bearer' && parameters.get('error') === 'insufficient_claims',
  );
  return challenge && decode(challenge.get('claims') ?? '');
}

/** A scheme, which starts a challenge and is not followed by `=`; or a parameter. A token68 between them is skipped. */
const PART =
  /(?:^|,)\s*([\w!#$%&'*+.^`|~-]+)(?=\s+[^\s=]|\s*(?:,|$))|([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)(?:"|$)|([^\s",]+))/g;

/** Key of the scheme among the parameters; no parameter has this name. */
const SCHEME = '';

/** Parses a header into challenges, with parameter names in lower case. */
function parseChallenges(header: string): Map<string, string>[] {
  const found: Map<string, string>[] = [];
  for (const [, scheme, name = '', quoted, token = ''] of header.matchAll(PART)) {
    if (scheme) found.push(new Map([[SCHEME, scheme.toLowerCase()]]));
    else found.at(-1)?.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? token);
  }
  return found;
}

/** Decodes a JSON object from base64 or base64url, with or without padding. */
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
