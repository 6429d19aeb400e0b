import type { JWTPayload } from 'jose';
import type { Person } from '../directory/person.ts';
import { OPTIONAL_CLAIMS } from '../directory/registration.ts';
import type { OptionalClaim, Registration } from '../directory/registration.ts';
import type { Scope } from '../directory/scope.ts';

/** What the values of optional claims are made of. */
export interface ClaimFacts {
  readonly client: Registration;
  readonly person: Person;
  readonly sessionId: string;
  readonly clientCapabilities: readonly string[];
  /** Names asked for through the `claims` parameter, known or not. */
  readonly idTokenClaims: readonly string[];
}

/**
 * Returns the ID token's optional claims: those the registration lists and those the request asks for
 * (Microsoft, "Optional claims reference"; OpenID Connect Core, section 5.5). One that has no value is
 * left out, essential or not.
 */
export function optionalClaims(facts: ClaimFacts, scopes: readonly Scope[]): JWTPayload {
  const wanted = new Set([...(facts.client.optionalClaims ?? []), ...facts.idTokenClaims]);
  const withProfile = scopes.some(({ name }) => name === 'profile');
  const values = claimValues(facts);
  const given = OPTIONAL_CLAIMS.filter(
    (name) => wanted.has(name) && values[name] !== null && (withProfile || !NEED_PROFILE.has(name)),
  );
  return {
    ...Object.fromEntries(given.map((name) => [name, values[name]])),
    ...(wanted.has('xms_cc') && isRevocable(facts.clientCapabilities) && { xms_cc: ['CP1'] }),
  };
}

const NEED_PROFILE: ReadonlySet<OptionalClaim> = new Set(['family_name', 'given_name', 'upn']);

function claimValues({
  person,
  sessionId,
}: ClaimFacts): Record<OptionalClaim, string | number | null> {
  return {
    login_hint: opaqueLoginHint(person),
    sid: sessionId,
    // 1 would be a guest.
    acct: 0,
    ctry: person.usageLocation,
    email: person.mail,
    family_name: person.surname,
    given_name: person.givenName,
    upn: person.userPrincipalName,
  };
}

/** Whether the client handles claims challenges. */
export function isRevocable(clientCapabilities: readonly string[]): boolean {
  return clientCapabilities.some((capability) => capability.toLowerCase() === 'cp1');
}

/** The `login_hint` claim is opaque to apps; `login_hint` and `logout_hint` accept it back. */
function opaqueLoginHint(person: Person): string {
  return `O.${Buffer.from(person.id).toString('base64url')}`;
}
