import type { Cloud } from '../../cloud.ts';
import type { Application } from '../../directory/applications/application.ts';
import type { Tenant } from '../../directory/tenant.ts';
import { guid } from '../../tokens/random.ts';
import { requireScope } from '../bearer.ts';
import type { Caller } from '../bearer.ts';
import { requestDenied } from '../graph-error.ts';
import { collection } from '../query/collection.ts';
import { readApplicationBody } from './application-body.ts';
import type { ApplicationBody } from './application-body.ts';
import { checkApplication } from './check-application.ts';
import { notFound } from './management-errors.ts';

export const READ = ['Application.Read.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];
const WRITE = ['Application.ReadWrite.All', 'Directory.ReadWrite.All'];

/**
 * GET /applications
 * @see https://learn.microsoft.com/graph/api/application-list
 */
export function listApplications(cloud: Cloud, caller: Caller, query: URLSearchParams): object {
  requireScope(caller, [...READ, ...WRITE]);
  const applications = cloud.directory.applications.of(caller.person.tenantId).map(toResource);
  return collection(cloud, applications, RULES, query);
}

/** GET /applications/{id} */
export function getApplication(cloud: Cloud, caller: Caller, id: string): object {
  requireScope(caller, [...READ, ...WRITE]);
  return entity(cloud, findApplication(cloud, caller, id));
}

/**
 * POST /applications
 * @see https://learn.microsoft.com/graph/api/application-post-applications
 *
 * @throws GraphError 403 without the permission, and where the tenant leaves it to administrators
 */
export function createApplication(cloud: Cloud, caller: Caller, json: unknown): object {
  requireScope(caller, WRITE);
  const { applications } = cloud.directory;
  const tenant = tenantOf(cloud, caller);
  if (!caller.person.administrator && !applications.mayAnybodyRegister(tenant.id)) {
    throw requestDenied();
  }
  const body = readApplicationBody(json);
  const created: Application = {
    ...EMPTY,
    id: guid(cloud.random),
    appId: guid(cloud.random),
    createdDateTime: `${new Date(cloud.clock()).toISOString().slice(0, 19)}Z`,
  };
  const application = merged(created, body);
  checkApplication(application, undefined, applications.of(tenant.id));
  applications.save(application, tenant, caller.person.id);
  return entity(cloud, application);
}

/**
 * PATCH /applications/{id}: nested objects keep what the body leaves out, lists are replaced.
 *
 * @throws GraphError 403 for whoever neither owns it nor has a role
 */
export function updateApplication(cloud: Cloud, caller: Caller, id: string, json: unknown): void {
  const before = mayChange(cloud, caller, id);
  const application = merged(before, readApplicationBody(json));
  const { applications } = cloud.directory;
  checkApplication(application, before, applications.of(caller.person.tenantId));
  applications.save(application, tenantOf(cloud, caller));
}

/** DELETE /applications/{id}. Differs from Entra: there is no list of deleted ones to restore it from. */
export function deleteApplication(cloud: Cloud, caller: Caller, id: string): void {
  cloud.directory.applications.remove(mayChange(cloud, caller, id));
}

function mayChange(cloud: Cloud, caller: Caller, id: string): Application {
  requireScope(caller, WRITE);
  const application = findApplication(cloud, caller, id);
  const ownerId = cloud.directory.applications.ownerOf(application);
  if (!caller.person.administrator && ownerId !== caller.person.id) {
    throw requestDenied();
  }
  return application;
}

function findApplication(cloud: Cloud, { person }: Caller, id: string): Application {
  const own = cloud.directory.applications.of(person.tenantId);
  const application = own.find((one) => one.id === id);
  if (!application) {
    throw notFound(id);
  }
  return application;
}

/** @throws GraphError 403 for a personal account, which belongs to no directory */
export function tenantOf(cloud: Cloud, { person }: Caller): Tenant {
  const tenant = cloud.directory.tenant(person.tenantId);
  if (tenant?.kind !== 'organization') {
    throw requestDenied();
  }
  return tenant;
}

const EMPTY: Omit<Application, 'id' | 'appId' | 'createdDateTime'> = {
  displayName: '',
  signInAudience: 'AzureADMyOrg',
  identifierUris: [],
  tags: [],
  groupMembershipClaims: null,
  spa: { redirectUris: [] },
  publicClient: { redirectUris: [] },
  web: {
    redirectUris: [],
    logoutUrl: null,
    implicitGrantSettings: { enableIdTokenIssuance: false, enableAccessTokenIssuance: false },
  },
  api: { requestedAccessTokenVersion: null, oauth2PermissionScopes: [] },
  appRoles: [],
  optionalClaims: null,
  requiredResourceAccess: [],
};

function merged(application: Application, body: ApplicationBody): Application {
  return {
    ...application,
    ...body,
    spa: { ...application.spa, ...body.spa },
    publicClient: { ...application.publicClient, ...body.publicClient },
    web: { ...application.web, ...body.web },
    api: { ...application.api, ...body.api },
  };
}

function entity(cloud: Cloud, application: Application): object {
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#applications/$entity`,
    ...toResource(application),
  };
}

/** Secrets and certificates belong to no single-page application: the lists are there and empty. */
function toResource(application: Application): Readonly<Record<string, unknown>> {
  return { ...application, passwordCredentials: [], keyCredentials: [] };
}

const PROPERTIES = [
  ...Object.keys(EMPTY),
  ...['id', 'appId', 'createdDateTime', 'passwordCredentials', 'keyCredentials'],
];
const RULES = {
  type: 'application',
  properties: PROPERTIES,
  defaults: PROPERTIES,
  context: 'applications',
  path: '/applications',
  defaultTop: 100,
  mostTop: 999,
  service: 'directory',
  always: [],
  searched: ['displayName'],
} as const;
