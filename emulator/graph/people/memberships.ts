import type { Cloud } from '../../cloud.ts';
import { allGroups, directGroups } from '../../directory/groups.ts';
import { directoryRoles } from '../../directory/directory-roles.ts';
import type { Person } from '../../directory/person.ts';
import { requireScope } from '../bearer.ts';
import type { Caller } from '../bearer.ts';
import { collection } from '../query/collection.ts';
import { count } from '../query/count.ts';
import { unknownSegment } from '../graph-error.ts';
import type { DirectoryQuery } from '../query/graph-query.ts';
import type { GraphResponse } from '../graph-response.ts';
import {
  GROUP_PROPERTIES,
  ROLE_PROPERTIES,
  groupResource,
  hidden,
  roleResource,
} from './membership.ts';
import { checkAdvanced } from '../query/query-combinations.ts';
import type { Resource } from '../query/property.ts';

/** memberOf, transitiveMemberOf and getMemberObjects. */

const PERMISSIONS = ['User.Read', 'GroupMember.Read.All', 'User.Read.All', 'Directory.Read.All'];
const READ_GROUPS = ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'];
const READ_ROLES = ['RoleManagement.Read.Directory', 'Directory.Read.All'];

/** Which list: of whom, at which address, direct or through other groups, all or of one type. */
export interface MembershipList {
  readonly person: Person;
  readonly path: string;
  readonly transitive: boolean;
  /** The type to cast to, such as `microsoft.graph.group`. */
  readonly cast?: string | undefined;
}

/**
 * GET /me/memberOf and what is like it.
 * @see https://learn.microsoft.com/graph/api/user-list-memberof
 *
 * @throws GraphError 400 for an advanced query without its header, 403 without permission
 */
export function memberships(
  cloud: Cloud,
  caller: Caller,
  list: MembershipList,
  { query, consistency }: DirectoryQuery,
): object {
  requireScope(caller, PERMISSIONS);
  checkAdvanced(query, consistency, true);
  const type = readCast(list.cast);
  const rules = {
    ...RULES[type],
    context: type === 'directoryObject' ? 'directoryObjects' : `${type}s`,
    path: list.path,
    defaultTop: 100,
    mostTop: 999,
    always: type === 'directoryObject' ? ['@odata.type', 'id'] : ['id'],
    mixed: true,
  };
  return collection(cloud, members(cloud, caller, list), rules, query);
}

/** GET /me/memberOf/$count */
export function membershipCount(
  cloud: Cloud,
  caller: Caller,
  list: MembershipList,
  request: DirectoryQuery,
): GraphResponse {
  requireScope(caller, PERMISSIONS);
  return count(members(cloud, caller, list), RULES[readCast(list.cast)], request);
}

/** POST /me/getMemberObjects: ids alone, through other groups, directory roles among them. */
export function memberObjects(cloud: Cloud, caller: Caller, person: Person): object {
  requireScope(caller, PERMISSIONS);
  const all = [...allGroups(cloud.directory.groups, person), ...directoryRoles(person)];
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#Collection(Edm.String)`,
    value: all.map(({ id }) => id),
  };
}

const searched = ['displayName', 'description'];
const MIXED_PROPERTIES = [...new Set([...GROUP_PROPERTIES, ...ROLE_PROPERTIES])];
const RULES = {
  directoryObject: rulesOf('directoryObject', MIXED_PROPERTIES),
  group: rulesOf('group', GROUP_PROPERTIES),
  directoryRole: rulesOf('directoryRole', ROLE_PROPERTIES),
  administrativeUnit: rulesOf('administrativeUnit', ['id', 'displayName', 'description']),
};

function rulesOf(type: string, properties: readonly string[]) {
  return { type, properties, defaults: properties, searched, service: 'directory' } as const;
}

function readCast(cast: string | undefined): keyof typeof RULES {
  switch (cast) {
    case undefined:
      return 'directoryObject';
    case 'microsoft.graph.group':
      return 'group';
    case 'microsoft.graph.directoryRole':
      return 'directoryRole';
    case 'microsoft.graph.administrativeUnit':
      return 'administrativeUnit';
    default:
      throw unknownSegment(cast);
  }
}

function members(cloud: Cloud, caller: Caller, { person, transitive, cast }: MembershipList) {
  const { groups } = cloud.directory;
  const may = (scopes: string[]) => scopes.some((scope) => caller.scopes.has(scope));
  const [readGroups, readRoles] = [may(READ_GROUPS), may(READ_ROLES)];
  const found = transitive ? allGroups(groups, person) : directGroups(groups, person);
  const resources: Resource[] = [
    ...found.map(groupResource).map((group) => (readGroups ? group : hidden(group))),
    ...directoryRoles(person)
      .map(roleResource)
      .map((role) => (readRoles ? role : hidden(role))),
  ];
  return cast === undefined
    ? resources
    : resources.filter((resource) => resource['@odata.type'] === `#${cast}`);
}
