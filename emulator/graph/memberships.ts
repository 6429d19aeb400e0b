import type { Cloud } from '../cloud.ts';
import { allGroups, directGroups } from '../directory/groups.ts';
import type { Group } from '../directory/groups.ts';
import type { Person } from '../directory/person.ts';
import { requireScope } from './bearer.ts';
import type { Caller } from './bearer.ts';
import { collection } from './collection.ts';

/** memberOf, transitiveMemberOf and getMemberObjects. */

const PERMISSIONS = ['User.Read', 'GroupMember.Read.All', 'User.Read.All', 'Directory.Read.All'];
const FULL = PERMISSIONS.slice(1);

export function memberships(
  cloud: Cloud,
  caller: Caller,
  person: Person,
  { path, transitive }: { path: string; transitive: boolean },
  query: URLSearchParams,
): object {
  requireScope(caller, PERMISSIONS);
  const { groups } = cloud.directory;
  const found = transitive ? allGroups(groups, person) : directGroups(groups, person);
  // Without permission to read groups, Graph says that they are there and nothing about them.
  const mayRead = FULL.some((scope) => caller.scopes.has(scope));
  const items = found.map((group) => groupResource(group, mayRead));
  const rules = {
    type: 'group',
    properties: GROUP_PROPERTIES,
    defaults: GROUP_PROPERTIES,
    context: 'directoryObjects',
    path,
    defaultTop: 100,
    mostTop: 999,
    paging: 'skiptoken',
    always: ['@odata.type', 'id'],
    searched: ['displayName'],
  } as const;
  return collection(cloud, items, rules, query);
}

export function memberObjects(cloud: Cloud, caller: Caller, person: Person): object {
  requireScope(caller, PERMISSIONS);
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#Collection(Edm.String)`,
    value: allGroups(cloud.directory.groups, person).map(({ id }) => id),
  };
}

const GROUP_PROPERTIES = [
  ...['id', 'createdDateTime', 'description', 'displayName', 'groupTypes', 'mail'],
  ...['mailEnabled', 'mailNickname', 'securityEnabled', 'visibility'],
];

function groupResource(group: Group, mayRead: boolean): Record<string, unknown> {
  const isUnified = group.kind === 'microsoft365';
  const type = '#microsoft.graph.group';
  if (!mayRead) {
    const hidden = Object.fromEntries(GROUP_PROPERTIES.map((name) => [name, null]));
    return { '@odata.type': type, ...hidden, groupTypes: [], id: group.id };
  }
  return {
    '@odata.type': type,
    id: group.id,
    createdDateTime: '2024-03-04T09:00:00Z',
    description: group.description,
    displayName: group.displayName,
    groupTypes: isUnified ? ['Unified'] : [],
    mail: isUnified ? `${group.mailNickname}@contoso.example` : null,
    mailEnabled: isUnified,
    mailNickname: group.mailNickname,
    securityEnabled: !isUnified,
    visibility: isUnified ? 'Private' : null,
  };
}
