import { GRAPH_APP_ID, GRAPH_PERMISSIONS, GRAPH_RESOURCE, byValue } from './permission.ts';
import type { Permission } from './permission.ts';
import type { RoleAssignments } from './roles.ts';

/** An API that access tokens can be asked for. */
export interface Resource {
  /** Its application ID URI, the part of a scope before the permission's name. */
  readonly uri: string;
  readonly appId: string;
  readonly name: string;
  readonly permissions: Readonly<Record<string, Permission>>;
  /** Version 1 tokens carry sts issuer and `appid`, version 2 tokens the v2.0 issuer and `azp`. */
  readonly tokenVersion: 1 | 2;
  /** Its app roles: `roles` in the access tokens for it. */
  readonly roles?: RoleAssignments;
}

export const GRAPH: Resource = {
  uri: GRAPH_RESOURCE,
  appId: GRAPH_APP_ID,
  name: 'Microsoft Graph',
  permissions: GRAPH_PERMISSIONS,
  tokenVersion: 1,
};

/** The API of `examples/api`, which the app's page `/tasks` calls. */
export const TASKS_API: Resource = {
  uri: 'api://tasks.contoso.example',
  appId: '66667777-aaaa-8888-bbbb-9999cccc0000',
  name: 'Contoso Tasks API',
  permissions: byValue([
    {
      value: 'Tasks.Read',
      adminConsentRequired: false,
      title: 'Read your tasks',
      description: 'The app reads the tasks you wrote down.',
    },
    {
      value: 'Tasks.ReadWrite',
      adminConsentRequired: false,
      title: 'Read and change your tasks',
      description: 'The app reads, adds, changes and deletes your tasks.',
    },
  ]),
  tokenVersion: 2,
  roles: { 'Tasks.Admin': ['megan@contoso.example'] },
};

export const ORDERS_API: Resource = {
  uri: 'api://orders.contoso.example',
  appId: '11112222-bbbb-3333-cccc-4444dddd5555',
  name: 'Contoso Orders API',
  permissions: byValue([
    {
      value: 'Orders.Read',
      adminConsentRequired: false,
      title: 'Read your orders',
      description: 'The app reads the orders you placed.',
    },
    {
      value: 'Orders.Approve',
      adminConsentRequired: false,
      title: 'Approve orders as you',
      description: 'The app approves orders in your name.',
    },
  ]),
  tokenVersion: 2,
};
