import * as v from 'valibot';
import type { Cloud } from '../../cloud.ts';
import { requireScope } from '../bearer.ts';
import type { Caller } from '../bearer.ts';
import { requestDenied } from '../graph-error.ts';
import { tenantOf } from './applications.ts';
import { badRequest } from './management-errors.ts';

const BODY = v.strictObject({
  defaultUserRolePermissions: v.strictObject({ allowedToCreateApps: v.boolean() }),
});

/**
 * GET /policies/authorizationPolicy: of it, whether people without a role may register apps.
 * @see https://learn.microsoft.com/graph/api/authorizationpolicy-get
 */
export function authorizationPolicy(cloud: Cloud, caller: Caller): object {
  requireScope(caller, ['Policy.Read.All', 'Policy.ReadWrite.Authorization']);
  const { applications } = cloud.directory;
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#policies/authorizationPolicy/$entity`,
    id: 'authorizationPolicy',
    displayName: 'Authorization Policy',
    defaultUserRolePermissions: {
      allowedToCreateApps: applications.mayAnybodyRegister(tenantOf(cloud, caller).id),
    },
  };
}

/** PATCH /policies/authorizationPolicy */
export function updateAuthorizationPolicy(cloud: Cloud, caller: Caller, json: unknown): void {
  requireScope(caller, ['Policy.ReadWrite.Authorization']);
  if (!caller.person.administrator) {
    throw requestDenied();
  }
  const parsed = v.safeParse(BODY, json);
  if (!parsed.success) {
    throw badRequest('Invalid value specified for the authorization policy.');
  }
  const { allowedToCreateApps } = parsed.output.defaultUserRolePermissions;
  cloud.directory.applications.letAnybodyRegister(tenantOf(cloud, caller).id, allowedToCreateApps);
}
