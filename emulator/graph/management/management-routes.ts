import type { Cloud } from '../../cloud.ts';
import type { HttpContext } from '../../http/context.ts';
import { json } from '../graph-response.ts';
import { graphQuery } from '../query/graph-query.ts';
import { DIRECTORY_OPTIONS } from '../query/query-options.ts';
import { readJson } from '../respond.ts';
import type { AddRoute, Handler } from '../respond.ts';
import {
  createApplication,
  deleteApplication,
  getApplication,
  listApplications,
  updateApplication,
} from './applications.ts';
import { authorizationPolicy, updateAuthorizationPolicy } from './authorization-policy.ts';
import { createGrant, deleteGrant, listGrants, updateGrant } from './permission-grants.ts';
import { createPrincipal, deletePrincipal, listPrincipals } from './service-principals.ts';

/** App registrations, their standing in the tenant, and what they are granted. */
export function managementRoutes(cloud: Cloud, on: AddRoute): void {
  const list =
    (read: typeof listApplications): Handler =>
    (caller, c) =>
      json(read(cloud, caller, graphQuery(c)));
  on('GET', '/applications', list(listApplications), DIRECTORY_OPTIONS);
  on('GET', '/servicePrincipals', list(listPrincipals), DIRECTORY_OPTIONS);
  on('GET', '/oauth2PermissionGrants', list(listGrants), DIRECTORY_OPTIONS);

  const create =
    (make: typeof createApplication): Handler =>
    async (caller, c) =>
      json(make(cloud, caller, await readJson(c)), { status: 201 });
  on('POST', '/applications', create(createApplication));
  on('POST', '/servicePrincipals', create(createPrincipal));
  on('POST', '/oauth2PermissionGrants', create(createGrant));

  const update =
    (change: typeof updateApplication): Handler =>
    async (caller, c) => {
      change(cloud, caller, idOf(c), await readJson(c));
      return json(null);
    };
  on('PATCH', '/applications/:id', update(updateApplication));
  on('PATCH', '/oauth2PermissionGrants/:id', update(updateGrant));

  const remove =
    (drop: typeof deleteApplication): Handler =>
    (caller, c) => {
      drop(cloud, caller, idOf(c));
      return json(null);
    };
  on('DELETE', '/applications/:id', remove(deleteApplication));
  on('DELETE', '/servicePrincipals/:id', remove(deletePrincipal));
  on('DELETE', '/oauth2PermissionGrants/:id', remove(deleteGrant));

  on('GET', '/applications/:id', (caller, c) => json(getApplication(cloud, caller, idOf(c))));
  on('GET', '/policies/authorizationPolicy', (caller) => json(authorizationPolicy(cloud, caller)));
  on('PATCH', '/policies/authorizationPolicy', async (caller, c) => {
    updateAuthorizationPolicy(cloud, caller, await readJson(c));
    return json(null);
  });
}

const idOf = (c: HttpContext): string => c.req.param('id') ?? '';
