import { createHash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { Person } from '../directory/person.ts';
import type { Resource } from '../directory/resource.ts';
import type { Scope } from '../directory/scope.ts';
import { isRevocable, optionalClaims } from './optional-claims.ts';
import type { ClaimFacts } from './optional-claims.ts';

/**
 * The claims of ID and access tokens (Microsoft, "ID token claims reference" and "Access token
 * claims reference").
 */
export interface TokenFacts extends ClaimFacts {
  readonly origin: string;
  readonly authTime: number;
  readonly authMethods: readonly string[];
  /** `kmsi` when the person chose to stay signed in. */
  readonly signInState: readonly string[];
  readonly authContext?: readonly string[];
  /** Whether the app proved who it is, with a secret. */
  readonly authenticated: boolean;
  readonly nonce?: string;
  readonly withAuthTime?: boolean;
  /** Seconds. */
  readonly now: number;
  readonly uti: string;
  /** The app's roles, for its ID token, and the API's, for the access token. */
  readonly roles: readonly string[];
  readonly apiRoles: readonly string[];
  /** Undefined unless the registration asks for the claim. */
  readonly groups?: readonly string[];
}

/** Entra dates tokens five minutes back, for clocks that are behind. */
const BACKDATED = 300;

const ACCESS_TOKEN_LIFETIME = 3599;
/** Clients that handle claims challenges get tokens that live up to 28 hours. */
const REVOCABLE_TOKEN_LIFETIME = 28 * 3600 - 1;

export function accessTokenLifetime(clientCapabilities: readonly string[]): number {
  return isRevocable(clientCapabilities) ? REVOCABLE_TOKEN_LIFETIME : ACCESS_TOKEN_LIFETIME;
}

export function idTokenClaims(facts: TokenFacts, scopes: readonly Scope[]): JWTPayload {
  const { client, person } = facts;
  const asked = (name: string) => scopes.some((scope) => scope.name === name);
  const profile = asked('profile') && {
    name: person.displayName,
    oid: person.id,
    preferred_username: person.userPrincipalName,
  };
  return {
    aud: client.clientId,
    iss: `${facts.origin}/${person.tenantId}/v2.0`,
    ...dates(facts.now, 3600),
    ...(facts.withAuthTime && { auth_time: facts.authTime }),
    ...(asked('email') && person.mail !== null && { email: person.mail }),
    ...(facts.nonce !== undefined && { nonce: facts.nonce }),
    ...(facts.authContext?.length && { acrs: facts.authContext }),
    ...profile,
    ...(facts.roles.length > 0 && { roles: [...facts.roles] }),
    ...groupClaims(facts),
    ...optionalClaims(facts, scopes),
    ...signInState(facts),
    sub: pairwiseSubject(client.clientId, person),
    tid: person.tenantId,
    uti: facts.uti,
    ver: '2.0',
  };
}

/** Version 1's ID token: an issuer of its own, and the user name as `upn` and `unique_name`. */
export function v1IdTokenClaims(facts: TokenFacts, scopes: readonly Scope[]): JWTPayload {
  const { client, person } = facts;
  return {
    aud: client.clientId,
    iss: `${facts.origin}/${person.tenantId}/`,
    ...dates(facts.now, 3600),
    ...v1PersonClaims(facts),
    ...(facts.nonce !== undefined && { nonce: facts.nonce }),
    oid: person.id,
    ...(facts.roles.length > 0 && { roles: [...facts.roles] }),
    ...groupClaims(facts),
    ...optionalClaims(facts, scopes),
    sub: pairwiseSubject(client.clientId, person),
    tid: person.tenantId,
    uti: facts.uti,
  };
}

function v1PersonClaims(facts: TokenFacts): JWTPayload {
  const { person, authMethods } = facts;
  return {
    amr: [...authMethods],
    ...signInState(facts),
    ...(person.surname !== null && { family_name: person.surname }),
    ...(person.givenName !== null && { given_name: person.givenName }),
    ipaddr: '127.0.0.1',
    name: person.displayName,
    unique_name: person.userPrincipalName,
    upn: person.userPrincipalName,
    ver: '1.0',
  };
}

export function accessTokenClaims(
  facts: TokenFacts,
  resource: Resource,
  permissions: readonly string[],
): JWTPayload {
  const { person, client } = facts;
  const common = {
    ...dates(facts.now, accessTokenLifetime(facts.clientCapabilities)),
    ...(facts.authContext?.length && { acrs: facts.authContext }),
    name: person.displayName,
    oid: person.id,
    ...(facts.apiRoles.length > 0 && { roles: [...facts.apiRoles] }),
    scp: permissions.join(' '),
    // Not optional here (Microsoft, "Linkable token identifiers").
    sid: facts.sessionId,
    sub: pairwiseSubject(resource.appId, person),
    tid: person.tenantId,
    uti: facts.uti,
    ...(isRevocable(facts.clientCapabilities) && { xms_cc: ['CP1'] }),
  };
  if (resource.tokenVersion === 2) {
    return {
      aud: resource.appId,
      iss: `${facts.origin}/${person.tenantId}/v2.0`,
      ...common,
      azp: client.clientId,
      azpacr: clientAuthentication(facts),
      preferred_username: person.userPrincipalName,
      ver: '2.0',
    };
  }
  return {
    aud: resource.appId,
    iss: `${facts.origin}/${person.tenantId}/`,
    ...common,
    acct: 0,
    acr: '1',
    ...v1PersonClaims(facts),
    app_displayname: client.name,
    appid: client.clientId,
    appidacr: clientAuthentication(facts),
    idtyp: 'user',
  };
}

/** How the app proved who it is: not at all, or with a secret. */
function clientAuthentication({ authenticated }: TokenFacts): string {
  return authenticated ? '1' : '0';
}

function signInState({ signInState: state }: TokenFacts): JWTPayload {
  return state.length > 0 ? { signin_state: [...state] } : {};
}

/** More groups than this, and the token only says where to ask. */
const MAX_GROUPS = 200;

function groupClaims({ groups, origin, person }: TokenFacts): JWTPayload {
  if (groups === undefined || groups.length === 0) {
    return {};
  }
  if (groups.length <= MAX_GROUPS) {
    return { groups: [...groups] };
  }
  // Differs from Entra: its address is still one of the retired Azure AD Graph.
  const endpoint = `${origin}/v1.0/users/${person.id}/getMemberObjects`;
  return { _claim_names: { groups: 'src1' }, _claim_sources: { src1: { endpoint } } };
}

function dates(now: number, lifetime: number): Required<Pick<JWTPayload, 'iat' | 'nbf' | 'exp'>> {
  return { iat: now - BACKDATED, nbf: now - BACKDATED, exp: now + lifetime };
}

/** A person's `sub` differs from app to app, so that two apps cannot match their users by it. */
export function pairwiseSubject(audience: string, person: Person): string {
  return createHash('sha256').update(`${audience} ${person.id}`).digest('base64url');
}

/** Reads what the `login_hint` claim holds, which apps send back as `login_hint` and `logout_hint`. */
export function personIdFromHint(hint: string): string | undefined {
  return hint.startsWith('O.') ? Buffer.from(hint.slice(2), 'base64url').toString() : undefined;
}
