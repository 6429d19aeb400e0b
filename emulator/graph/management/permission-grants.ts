import * as v from 'valibot';
import type { Cloud } from '../../cloud.ts';
import type { ServicePrincipal } from '../../directory/applications/applications.ts';
import { OIDC_SCOPES } from '../../directory/permission.ts';
import type { Resource } from '../../directory/resource.ts';
import { GRAPH } from '../../directory/resource.ts';
import { parseScopes, qualified } from '../../directory/scope.ts';
import { requireScope } from '../bearer.ts';
import type { Caller } from '../bearer.ts';
import { requestDenied } from '../graph-error.ts';
import { collection } from '../query/collection.ts';
import { badRequest, conflict, notFound } from './management-errors.ts';
import { findPrincipal } from './service-principals.ts';

/** Graph's oauth2PermissionGrants are the consents that sign-in goes by. */
interface Grant {
  readonly id: string;
  readonly clientId: string;
  readonly consentType: 'AllPrincipals' | 'Principal';
  readonly principalId: string | null;
  readonly resourceId: string;
  readonly scope: string;
}

const WRITE = ['DelegatedPermissionGrant.ReadWrite.All', 'Directory.ReadWrite.All'];
const READ = ['Directory.Read.All', ...WRITE];
const NEW = v.object({
  clientId: v.string(),
  consentType: v.picklist(['AllPrincipals', 'Principal']),
  principalId: v.optional(v.nullable(v.string()), null),
  resourceId: v.string(),
  scope: v.string(),
});

/**
 * GET /oauth2PermissionGrants
 * @see https://learn.microsoft.com/graph/api/oauth2permissiongrant-list
 */
export function listGrants(cloud: Cloud, caller: Caller, query: URLSearchParams): object {
  requireScope(caller, READ);
  return collection(cloud, grantsOf(cloud, caller), RULES, query);
}

/**
 * POST /oauth2PermissionGrants: consent for everybody, or for one person.
 *
 * @throws GraphError 403 for whoever is no administrator, 409 when there is one to change instead
 */
export function createGrant(cloud: Cloud, caller: Caller, json: unknown): object {
  requireAdministrator(caller);
  const parsed = v.safeParse(NEW, json);
  if (!parsed.success) {
    throw badRequest(`Invalid value for ${v.getDotPath(parsed.issues[0]) ?? 'the body'}.`);
  }
  const { clientId, resourceId, consentType, principalId, scope } = parsed.output;
  const holder = consentType === 'AllPrincipals' ? caller.person.tenantId : (principalId ?? '');
  const client = findPrincipal(cloud, caller, clientId);
  const resource = resourceOf(cloud, findPrincipal(cloud, caller, resourceId));
  const id = grantId(client.appId, resource.appId, holder);
  if (grantsOf(cloud, caller).some((grant) => grant.id === id)) {
    throw conflict('Permission entry already exists.');
  }
  cloud.consents.grant(client.appId, holder, scopesOf(resource, scope));
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#oauth2PermissionGrants/$entity`,
    ...findGrant(cloud, caller, id),
  };
}

/** PATCH /oauth2PermissionGrants/{id}: the scopes given take the place of all it had. */
export function updateGrant(cloud: Cloud, caller: Caller, id: string, json: unknown): void {
  requireAdministrator(caller);
  const parsed = v.safeParse(v.object({ scope: v.string() }), json);
  if (!parsed.success) {
    throw badRequest('Invalid value for scope.');
  }
  const grant = findGrant(cloud, caller, id);
  const client = findPrincipal(cloud, caller, grant.clientId);
  const resource = resourceOf(cloud, findPrincipal(cloud, caller, grant.resourceId));
  deleteGrant(cloud, caller, id);
  const holder = grant.principalId ?? caller.person.tenantId;
  cloud.consents.grant(client.appId, holder, scopesOf(resource, parsed.output.scope));
}

/** DELETE /oauth2PermissionGrants/{id} */
export function deleteGrant(cloud: Cloud, caller: Caller, id: string): void {
  requireAdministrator(caller);
  const { clientId, resourceId, principalId, scope } = findGrant(cloud, caller, id);
  const client = findPrincipal(cloud, caller, clientId);
  const resource = resourceOf(cloud, findPrincipal(cloud, caller, resourceId));
  const holder = principalId ?? caller.person.tenantId;
  cloud.consents.withdraw(client.appId, holder, new Set(scopesOf(resource, scope)));
}

function requireAdministrator(caller: Caller): void {
  requireScope(caller, WRITE);
  if (!caller.person.administrator) {
    throw requestDenied();
  }
}

function findGrant(cloud: Cloud, caller: Caller, id: string): Grant & Record<string, unknown> {
  const grant = grantsOf(cloud, caller).find((one) => one.id === id);
  if (!grant) {
    throw notFound(id);
  }
  return grant;
}

function grantsOf(cloud: Cloud, { person }: Caller): (Grant & Record<string, unknown>)[] {
  const { tenantId } = person;
  const principals = cloud.directory.applications.principalsOf(tenantId);
  const principalOf = (appId: string) => principals.find((one) => one.appId === appId);
  return cloud.consents.all().flatMap(({ clientId, holder, scopes }) => {
    const client = principalOf(clientId);
    const isForAll = holder === tenantId;
    if (!client || !(isForAll || cloud.directory.person(holder)?.tenantId === tenantId)) {
      return [];
    }
    return cloud.directory.resources.flatMap((resource) => {
      const names = namesFor(cloud, resource, scopes);
      const api = principalOf(resource.appId);
      return !api || names.length === 0
        ? []
        : {
            id: grantId(clientId, resource.appId, holder),
            clientId: client.id,
            consentType: isForAll ? ('AllPrincipals' as const) : ('Principal' as const),
            principalId: isForAll ? null : holder,
            resourceId: api.id,
            scope: names.join(' '),
          };
    });
  });
}

/** OpenID Connect's own scopes are Graph's here, as in Entra. */
function namesFor(cloud: Cloud, resource: Resource, scopes: readonly string[]): string[] {
  return parseScopes(scopes.join(' '), cloud.directory.resources)
    .filter((scope) => (scope.resource ?? GRAPH).appId === resource.appId && !scope.problem)
    .map(({ name }) => name);
}

function scopesOf(resource: Resource, scope: string): string[] {
  return scope
    .split(' ')
    .filter((name) => name !== '')
    .map((name) => (OIDC_SCOPES.includes(name) ? name : qualified({ name, resource })));
}

function resourceOf(cloud: Cloud, { appId }: ServicePrincipal): Resource {
  const resource = cloud.directory.resources.find((one) => one.appId === appId);
  if (!resource) {
    throw badRequest('The resource exposes no permissions.');
  }
  return resource;
}

const grantId = (...parts: string[]) => Buffer.from(parts.join(' ')).toString('base64url');

const PROPERTIES = ['id', 'clientId', 'consentType', 'principalId', 'resourceId', 'scope'];
const RULES = {
  type: 'oAuth2PermissionGrant',
  properties: PROPERTIES,
  defaults: PROPERTIES,
  context: 'oauth2PermissionGrants',
  path: '/oauth2PermissionGrants',
  defaultTop: 100,
  mostTop: 999,
  service: 'directory',
  always: [],
  searched: [],
} as const;
