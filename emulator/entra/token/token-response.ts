import type { Cloud } from '../../cloud.ts';
import type { Person } from '../../directory/person.ts';
import { allGroups } from '../../directory/groups.ts';
import { getRoles } from '../../directory/roles.ts';
import type { Platform, Registration } from '../../directory/registration.ts';
import type { Resource } from '../../directory/resource.ts';
import type { Scope } from '../../directory/scope.ts';
import type { Fault } from '../../faults/fault.ts';
import { corruptIdToken } from '../../faults/corrupt.ts';
import {
  accessTokenClaims,
  accessTokenLifetime,
  idTokenClaims,
  v1IdTokenClaims,
} from '../../tokens/claims.ts';
import type { TokenFacts } from '../../tokens/claims.ts';
import { tokenId } from '../../tokens/token-id.ts';
import type { RefreshGrant } from '../../tokens/refresh-tokens.ts';
import { clientInfo } from '../response/client-info.ts';
import { consentMissing } from '../errors/entra-error.ts';
import { neededConsents, singleResource } from '../request/requested-scopes.ts';
import { toV1Body } from '../v1/v1-token-body.ts';

/** Everything a checked grant says about the tokens to issue. */
export interface TokenGrant {
  readonly client: Registration;
  readonly person: Person;
  readonly sessionId: string;
  readonly authTime: number;
  readonly approval: number;
  readonly authMethods: readonly string[];
  readonly signInState: readonly string[];
  readonly authContext: readonly string[];
  readonly clientCapabilities: readonly string[];
  readonly idTokenClaims: readonly string[];
  readonly scopes: readonly Scope[];
  readonly nonce?: string;
  readonly platform: Platform;
  readonly withAuthTime: boolean;
  readonly withRefreshToken: boolean;
  readonly withClientInfo: boolean;
  /** The grant a refresh token stood for; its 24 hours are carried over. */
  readonly refreshGrant?: RefreshGrant;
  readonly fault?: Fault | undefined;
  readonly version: 1 | 2;
}

export async function tokenResponse(cloud: Cloud, grant: TokenGrant): Promise<object> {
  const { client, person, scopes } = grant;
  const resource = singleResource(scopes);
  const granted = cloud.consents.granted(client, person);
  // Without any consent there is nothing to renew, whether or not the request names a scope.
  if (granted.size === 0 || neededConsents(scopes, client).some((scope) => !granted.has(scope))) {
    throw consentMissing('invalid_grant', [client.clientId, client.name]);
  }
  const permissions = grantedPermissions(granted, resource);
  const facts = {
    ...grant,
    origin: cloud.origin,
    now: Math.floor(cloud.clock() / 1000),
    roles: getRoles(client.roles, person, cloud.directory.groups),
    apiRoles: getRoles(resource.roles, person, cloud.directory.groups),
    ...(client.groupsClaim && {
      groups: allGroups(cloud.directory.groups, person).map(({ id }) => id),
    }),
    authenticated: grant.platform === 'web',
    uti: tokenId(cloud.revocations.next(), cloud.random),
  };
  const lifetime = accessTokenLifetime(grant.clientCapabilities);
  const accessToken = await cloud.keys.sign(accessTokenClaims(facts, resource, permissions));
  const body = {
    token_type: 'Bearer',
    scope: grantedScope(scopes, resource, permissions),
    expires_in: lifetime,
    ext_expires_in: lifetime,
    access_token: accessToken,
    ...(grant.withRefreshToken && (await refreshToken(cloud, grant))),
    ...(scopes.some(({ name }) => name === 'openid') && {
      id_token: await idToken(cloud, grant, facts),
    }),
    ...(grant.withClientInfo && { client_info: clientInfo(person) }),
  };
  return grant.version === 1 ? toV1Body(body, resource, facts.now) : body;
}

async function idToken(cloud: Cloud, grant: TokenGrant, facts: TokenFacts): Promise<string> {
  const token = await cloud.keys.sign(
    grant.version === 1 ? v1IdTokenClaims(facts, grant.scopes) : idTokenClaims(facts, grant.scopes),
  );
  return grant.fault?.kind === 'id-token'
    ? corruptIdToken(cloud.keys, token, grant.fault.wrong)
    : token;
}

/** Entra's access tokens carry everything consented to for their resource, asked for or not. */
function grantedPermissions(granted: ReadonlySet<string>, resource: Resource): string[] {
  const prefix = `${resource.uri}/`;
  const own = [...granted].filter((scope) => scope.startsWith(prefix));
  const oidc = ['openid', 'profile', 'email'].filter((scope) => granted.has(scope));
  return [
    ...(resource.tokenVersion === 1 ? oidc : []),
    ...own.map((scope) => scope.slice(prefix.length)),
  ].sort((a, b) => a.localeCompare(b, 'en'));
}

/** The `scope` of the answer, in the form it was asked for: MSAL looks it up in its cache by that. */
function grantedScope(
  scopes: readonly Scope[],
  resource: Resource,
  permissions: readonly string[],
): string {
  const ofResource = scopes.filter((scope) => scope.resource === resource);
  const isShort = ofResource.every(({ asked }) => !asked.includes('/'));
  const askedPrefix = ofResource.find(({ asked }) => asked.includes('/'))?.asked;
  const prefix = askedPrefix?.slice(0, askedPrefix.lastIndexOf('/') + 1) ?? '';
  const words = permissions.map((name) =>
    isShort || ['openid', 'profile', 'email'].includes(name) ? name : `${prefix}${name}`,
  );
  const oidc = scopes.filter((scope) => scope.resource === null && scope.name !== 'offline_access');
  const asDefault = ofResource.filter(({ name }) => name === '.default');
  const all = [...oidc.map(({ name }) => name), ...words, ...asDefault.map(({ asked }) => asked)];
  return [...new Set(all)].join(' ');
}

async function refreshToken(cloud: Cloud, grant: TokenGrant): Promise<object> {
  const isSpa = grant.platform === 'spa';
  const carried =
    grant.refreshGrant ??
    cloud.refreshTokens.newGrant({
      clientId: grant.client.clientId,
      personId: grant.person.id,
      sessionId: grant.sessionId,
      authTime: grant.authTime,
      serial: cloud.revocations.next(),
      approval: grant.approval,
      authMethods: grant.authMethods,
      signInState: grant.signInState,
      clientCapabilities: grant.clientCapabilities,
      platform: grant.platform,
    });
  const seconds = Math.floor((carried.expiresAt - cloud.clock()) / 1000);
  return {
    refresh_token: await cloud.refreshTokens.seal(carried),
    ...(isSpa && { refresh_token_expires_in: Math.max(seconds - 1, 0) }),
  };
}
