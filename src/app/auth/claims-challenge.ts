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
  const parameters = parametersOf(header ?? '');
  if (parameters.get('error') !== 'insufficient_claims') return undefined;
  return decode(parameters.get('claims') ?? '');
}

/** A name, `=`, and a quoted text or a token; what is in between (schemes, commas) is passed over. */
const PARAMETER = /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/g;

function parametersOf(header: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', quoted, token = ''] of header.matchAll(PARAMETER)) {
    found.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? token);
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
