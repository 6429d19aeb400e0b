import { OPTIONAL_CLAIMS } from '../registration.ts';
import type { Registration } from '../registration.ts';
import type { Resource } from '../resource.ts';
import { byValue } from '../permission.ts';
import { scopeId } from './application-of.ts';
import type { Application } from './application.ts';

/** The two sides of an application that sign-in knows: the app, and the API it may be. */

/**
 * @param before the registration it replaces, whose assignments of roles stay
 * @param home the tenant it belongs to, and the name of that tenant
 */
export function registrationOf(
  application: Application,
  resources: readonly Resource[],
  home: { readonly tenantId: string; readonly publisher: string },
  before?: Registration,
): Registration {
  const { web, spa, publicClient, optionalClaims } = application;
  const listed = new Set(optionalClaims?.idToken.map(({ name }) => name));
  const enabled = application.appRoles.filter(({ isEnabled }) => isEnabled);
  const roles = enabled.flatMap(({ value }) => value ?? []);
  return {
    clientId: application.appId,
    name: application.displayName,
    publisher: home.publisher,
    homeTenantId: home.tenantId,
    audience: application.signInAudience,
    redirectUris: {
      spa: spa.redirectUris,
      web: web.redirectUris,
      publicClient: publicClient.redirectUris,
    },
    permissions: grantedNames(application, resources),
    roles: Object.fromEntries(roles.map((role) => [role, before?.roles?.[role] ?? []])),
    groupsClaim: application.groupMembershipClaims !== null,
    optionalClaims: OPTIONAL_CLAIMS.filter((claim) => listed.has(claim)),
    ...(web.logoutUrl !== null && { frontChannelLogoutUri: web.logoutUrl }),
    ...(before?.secret !== undefined && { secret: before.secret }),
    ...(before?.assignmentRequired && { assignmentRequired: true }),
  };
}

/** @returns undefined for an application that exposes no scope */
export function resourceOf(application: Application): Resource | undefined {
  const { api, appId } = application;
  const scopes = api.oauth2PermissionScopes.filter(({ isEnabled }) => isEnabled);
  const [uri = `api://${appId}`] = application.identifierUris;
  return scopes.length === 0
    ? undefined
    : {
        uri,
        appId,
        name: application.displayName,
        permissions: byValue(
          scopes.map((scope) => ({
            id: scope.id,
            value: scope.value ?? '',
            adminConsentRequired: scope.type === 'Admin',
            title: scope.userConsentDisplayName ?? scope.adminConsentDisplayName ?? '',
            description: scope.userConsentDescription ?? scope.adminConsentDescription ?? '',
          })),
        ),
        tokenVersion: api.requestedAccessTokenVersion === 2 ? 2 : 1,
      };
}

function grantedNames(application: Application, resources: readonly Resource[]): string[] {
  return application.requiredResourceAccess.flatMap(({ resourceAppId, resourceAccess }) => {
    const ids = new Set(resourceAccess.map(({ id }) => id));
    const resource = resources.find(({ appId }) => appId === resourceAppId);
    return Object.values(resource?.permissions ?? {})
      .filter((permission) => ids.has(scopeId(resourceAppId, permission)))
      .map(({ value }) => `${resource?.uri ?? ''}/${value}`);
  });
}
