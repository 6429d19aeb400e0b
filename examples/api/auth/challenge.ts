import { Problem } from '../problem.ts';

/** The refusals of RFC 6750, "The OAuth 2.0 Authorization Framework: Bearer Token Usage", section 3. */

/** No token at all: the challenge has no error code (section 3.1). */
export function missingToken(): Problem {
  return refusal(401, 'Unauthorized', 'The request has no access token.', {});
}

/** @param why for the developer of the client: which check failed, without anything of the token */
export function invalidToken(why: string): Problem {
  return refusal(401, 'Unauthorized', why, { error: 'invalid_token', error_description: why });
}

/** @param scopes any of which would do */
export function insufficientScope(scopes: readonly string[]): Problem {
  const scope = scopes.join(' ');
  const why = `The access token needs one of these permissions: ${scope}.`;
  return refusal(403, 'Forbidden', why, { error: 'insufficient_scope', scope });
}

/** An app role is given by an administrator: no sign-in helps, so there is no challenge. */
export function missingRole(role: string): Problem {
  return new Problem(403, 'Forbidden', `This needs the app role ${role}.`);
}

/**
 * The claims challenge of continuous access evaluation: only a token issued after `notBefore` will do.
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function revokedSession(notBefore: number): Problem {
  const claims = { access_token: { nbf: { essential: true, value: String(notBefore) } } };
  return refusal(401, 'Unauthorized', 'The session was revoked after this token was issued.', {
    error: 'insufficient_claims',
    claims: Buffer.from(JSON.stringify(claims)).toString('base64'),
  });
}

function refusal(
  status: 401 | 403,
  title: string,
  detail: string,
  parameters: Readonly<Record<string, string>>,
): Problem {
  const all = Object.entries({ realm: 'tasks', ...parameters });
  const challenge = all.map(([name, value]) => `${name}="${value}"`).join(', ');
  return new Problem(status, title, detail, { 'WWW-Authenticate': `Bearer ${challenge}` });
}
