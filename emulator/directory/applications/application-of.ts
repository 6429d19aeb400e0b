import { namedGuid } from '../random.ts';
import type { Registration } from '../registration.ts';
import type { Resource } from '../resource.ts';
import { parseScopes } from '../scope.ts';
import type { AppRole, Application, PermissionScope } from './application.ts';

/** What Microsoft Graph shows of a registration this cloud started with. */
export function applicationOf(
  registration: Registration,
  resources: readonly Resource[],
): Application {
  const { clientId, name, audience, redirectUris, optionalClaims = [] } = registration;
  const api = resources.find(({ appId }) => appId === clientId);
  return {
    id: namedGuid(`application ${clientId}`),
    appId: clientId,
    createdDateTime: '2024-03-04T09:00:00Z',
    displayName: name,
    signInAudience: audience,
    identifierUris: api ? [api.uri] : [],
    tags: [],
    groupMembershipClaims: registration.groupsClaim ? 'All' : null,
    spa: { redirectUris: redirectUris.spa },
    publicClient: { redirectUris: redirectUris.publicClient },
    web: {
      redirectUris: redirectUris.web,
      logoutUrl: registration.frontChannelLogoutUri ?? null,
      implicitGrantSettings: { enableIdTokenIssuance: false, enableAccessTokenIssuance: false },
    },
    api: {
      requestedAccessTokenVersion: api?.tokenVersion ?? 2,
      oauth2PermissionScopes: api ? permissionScopes(api) : [],
    },
    appRoles: Object.keys(registration.roles ?? {}).map((role) => appRole(clientId, role)),
    optionalClaims:
      optionalClaims.length > 0
        ? { idToken: optionalClaims.map((claim) => ({ name: claim })), accessToken: [] }
        : null,
    requiredResourceAccess: requiredAccess(registration.permissions, resources),
  };
}

/** The permissions an API offers, in Graph's shape; one without a published id gets one of its own. */
export function permissionScopes({ appId, permissions }: Resource): PermissionScope[] {
  return Object.values(permissions).map((permission) => ({
    id: scopeId(appId, permission),
    value: permission.value,
    type: permission.adminConsentRequired ? 'Admin' : 'User',
    isEnabled: true,
    adminConsentDisplayName: permission.title,
    adminConsentDescription: permission.description,
    userConsentDisplayName: permission.title,
    userConsentDescription: permission.description,
  }));
}

export function scopeId(appId: string, { id, value }: { id?: string | undefined; value: string }) {
  return id ?? namedGuid(`permission ${appId} ${value}`);
}

function appRole(appId: string, value: string): AppRole {
  return {
    id: namedGuid(`app role ${appId} ${value}`),
    value,
    displayName: value,
    description: value,
    isEnabled: true,
    allowedMemberTypes: ['User'],
  };
}

function requiredAccess(
  permissions: readonly string[],
  resources: readonly Resource[],
): Application['requiredResourceAccess'] {
  return resources
    .map(({ uri, appId, permissions: offered }) => ({
      resourceAppId: appId,
      resourceAccess: parseScopes(permissions.join(' '), resources)
        .flatMap(({ name, resource }) => (resource?.uri === uri ? (offered[name] ?? []) : []))
        .map((permission) => ({ id: scopeId(appId, permission), type: 'Scope' })),
    }))
    .filter(({ resourceAccess }) => resourceAccess.length > 0);
}
