import * as v from 'valibot';
import type { Cloud } from '../../cloud.ts';
import { permissionScopes } from '../../directory/applications/application-of.ts';
import type { ServicePrincipal } from '../../directory/applications/applications.ts';
import { requireScope } from '../bearer.ts';
import type { Caller } from '../bearer.ts';
import { GraphError, requestDenied } from '../graph-error.ts';
import { collection } from '../query/collection.ts';
import { READ, tenantOf } from './applications.ts';
import { badRequest, conflict, notFound } from './management-errors.ts';

const WRITE = ['Application.ReadWrite.All', 'Directory.ReadWrite.All'];
const BODY = v.object({ appId: v.pipe(v.string(), v.uuid()) });

/**
 * GET /servicePrincipals: apps of the tenant, and the APIs it uses, Microsoft Graph among them.
 * @see https://learn.microsoft.com/graph/api/serviceprincipal-list
 */
export function listPrincipals(cloud: Cloud, caller: Caller, query: URLSearchParams): object {
  requireScope(caller, [...READ, ...WRITE]);
  const principals = cloud.directory.applications.principalsOf(caller.person.tenantId);
  const resources = principals.map((principal) => toResource(cloud, principal));
  return collection(cloud, resources, RULES, query);
}

/**
 * POST /servicePrincipals
 * @see https://learn.microsoft.com/graph/api/serviceprincipal-post-serviceprincipals
 *
 * @throws GraphError 400 for an app that is not there, 409 when it is in the tenant already
 */
export function createPrincipal(cloud: Cloud, caller: Caller, json: unknown): object {
  requireScope(caller, WRITE);
  const tenant = tenantOf(cloud, caller);
  const { applications } = cloud.directory;
  const parsed = v.safeParse(BODY, json);
  const app = parsed.success ? applications.registration(parsed.output.appId) : undefined;
  if (!app) {
    const appId = parsed.success ? parsed.output.appId : '';
    throw new GraphError(
      400,
      'NoBackingApplicationObject',
      `The appId '${appId}' of the service principal does not reference a valid application object.`,
    );
  }
  if (app.homeTenantId !== tenant.id && app.audience === 'AzureADMyOrg') {
    throw badRequest('The application is not available to other tenants.');
  }
  const own = applications.of(tenant.id).find(({ appId }) => appId === app.clientId);
  const isOwner = own !== undefined && applications.ownerOf(own) === caller.person.id;
  if (!caller.person.administrator && !isOwner) {
    throw requestDenied();
  }
  if (applications.principalsOf(tenant.id).some(({ appId }) => appId === app.clientId)) {
    throw conflict(
      `The service principal cannot be created, updated, or restored because the service principal name ${app.clientId} is already in use.`,
    );
  }
  const principal = applications.addPrincipal(tenant.id, app.clientId, app.name);
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#servicePrincipals/$entity`,
    ...toResource(cloud, principal),
  };
}

/** DELETE /servicePrincipals/{id} */
export function deletePrincipal(cloud: Cloud, caller: Caller, id: string): void {
  requireScope(caller, WRITE);
  if (!caller.person.administrator) {
    throw requestDenied();
  }
  const { applications } = cloud.directory;
  applications.removePrincipal(findPrincipal(cloud, caller, id));
}

/** @throws GraphError 404 for one of no or of another tenant */
export function findPrincipal(cloud: Cloud, { person }: Caller, id: string): ServicePrincipal {
  const all = cloud.directory.applications.principalsOf(person.tenantId);
  const principal = all.find((one) => one.id === id);
  if (!principal) {
    throw notFound(id);
  }
  return principal;
}

function toResource(cloud: Cloud, { id, appId, displayName }: ServicePrincipal) {
  const { registrations, resources } = cloud.directory;
  const app = registrations.find(({ clientId }) => clientId === appId);
  const api = resources.find((resource) => resource.appId === appId);
  return {
    id,
    accountEnabled: true,
    appId,
    appDisplayName: displayName,
    displayName,
    appOwnerOrganizationId: app?.homeTenantId ?? null,
    appRoleAssignmentRequired: app?.assignmentRequired ?? false,
    oauth2PermissionScopes: api ? permissionScopes(api) : [],
    servicePrincipalNames: api ? [appId, api.uri] : [appId],
    servicePrincipalType: 'Application',
    signInAudience: app?.audience ?? 'AzureADMultipleOrgs',
    tags: [],
  };
}

const PROPERTIES = [
  ...['id', 'accountEnabled', 'appId', 'appDisplayName', 'displayName', 'appOwnerOrganizationId'],
  ...['appRoleAssignmentRequired', 'oauth2PermissionScopes', 'servicePrincipalNames'],
  ...['servicePrincipalType', 'signInAudience', 'tags'],
];
const RULES = {
  type: 'servicePrincipal',
  properties: PROPERTIES,
  defaults: PROPERTIES,
  context: 'servicePrincipals',
  path: '/servicePrincipals',
  defaultTop: 100,
  mostTop: 999,
  service: 'directory',
  always: [],
  searched: ['displayName'],
} as const;
