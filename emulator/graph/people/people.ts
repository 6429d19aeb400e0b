import type { Cloud } from '../../cloud.ts';
import { graphId } from '../../directory/person.ts';
import type { Person } from '../../directory/person.ts';
import { requireScope } from '../bearer.ts';
import type { Caller } from '../bearer.ts';
import { collection } from '../query/collection.ts';
import { count } from '../query/count.ts';
import { readExpand } from './expand.ts';
import { GraphError } from '../graph-error.ts';
import type { DirectoryQuery } from '../query/graph-query.ts';
import type { GraphResponse } from '../graph-response.ts';
import { userEntity } from './me.ts';
import type { Resource } from '../query/property.ts';
import { checkAdvanced } from '../query/query-combinations.ts';
import { pick, readSelect } from '../query/select.ts';
import { DEFAULT_USER_PROPERTIES, USER_PROPERTIES, userResource } from './user.ts';

/** /users, /users/{id} and the lines between people. */

const ANYBODY = ['User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'];

export function findColleague(cloud: Cloud, caller: Caller, id: string): Person {
  const person = cloud.directory.people.find(
    (candidate) => graphId(candidate) === id || candidate.userPrincipalName === id.toLowerCase(),
  );
  if (person?.tenantId !== caller.person.tenantId) {
    throw notFound(id);
  }
  if (person.id !== caller.person.id) {
    requireScope(caller, ANYBODY);
  }
  return person;
}

/** GET /users/{id} */
export function user(
  cloud: Cloud,
  caller: Caller,
  person: Person,
  request: DirectoryQuery,
): object {
  requireScope(caller, [...ANYBODY, 'User.Read', 'User.ReadWrite']);
  return userEntity(cloud, caller, person, request);
}

/**
 * GET /users
 * @see https://learn.microsoft.com/graph/api/user-list
 *
 * @throws GraphError 400 for an advanced query without its header, 403 without permission
 */
export function users(cloud: Cloud, caller: Caller, request: DirectoryQuery): object {
  requireScope(caller, ANYBODY);
  checkAdvanced(request.query, request.consistency);
  const expansion = readExpand(cloud, caller, request);
  const byId = new Map(colleagues(cloud, caller).map((person) => [graphId(person), person]));
  const rules = userList('users', '/users');
  // What is expanded needs the id, selected or not.
  const expand = (item: Resource): Resource => {
    const person = byId.get(String(item['id']));
    return person && expansion ? expansion.of(person) : {};
  };
  const items = [...byId.values()].map(userResource);
  return collection(cloud, items, { ...rules, expand, expanded: expansion?.suffix }, request.query);
}

/** GET /users/$count */
export function userCount(cloud: Cloud, caller: Caller, request: DirectoryQuery): GraphResponse {
  requireScope(caller, ANYBODY);
  const items = colleagues(cloud, caller).map(userResource);
  return count(items, userList('users', '/users'), request);
}

function colleagues(cloud: Cloud, caller: Caller): Person[] {
  return cloud.directory.people.filter(({ tenantId }) => tenantId === caller.person.tenantId);
}

function userList(context: string, path: string): Parameters<typeof collection>[2] {
  return {
    type: 'user',
    properties: USER_PROPERTIES,
    defaults: DEFAULT_USER_PROPERTIES,
    context,
    path,
    defaultTop: 100,
    mostTop: 999,
    service: 'directory',
    always: [],
    searched: ['displayName', 'mail', 'userPrincipalName'],
  };
}

/**
 * GET /users/{id}/manager
 * @see https://learn.microsoft.com/graph/api/user-list-manager
 *
 * @throws GraphError 404 at the top of the tree
 */
export function manager(
  cloud: Cloud,
  caller: Caller,
  person: Person,
  query: URLSearchParams,
): object {
  requireScope(caller, ['User.Read.All', 'Directory.Read.All']);
  const boss = cloud.directory.person(person.managerId ?? '');
  if (!boss) {
    throw notFound('manager');
  }
  const select = query.get('$select');
  const selection = readSelect(select, USER_PROPERTIES, DEFAULT_USER_PROPERTIES, 'user');
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#directoryObjects${selection.suffix}/$entity`,
    '@odata.type': '#microsoft.graph.user',
    ...pick(userResource(boss), selection.names),
  };
}

/**
 * GET /users/{id}/directReports
 * @see https://learn.microsoft.com/graph/api/user-list-directreports
 */
export function directReports(
  cloud: Cloud,
  caller: Caller,
  person: Person,
  path: string,
  { query, consistency }: DirectoryQuery,
): object {
  requireScope(caller, ['User.Read', 'User.Read.All', 'Directory.Read.All']);
  checkAdvanced(query, consistency, true);
  const reports = cloud.directory.people.filter(({ managerId }) => managerId === person.id);
  const items = reports.map((report) => ({
    '@odata.type': '#microsoft.graph.user',
    ...userResource(report),
  }));
  const rules = userList('directoryObjects', `${path}/directReports`);
  return collection(cloud, items, { ...rules, always: ['@odata.type'] }, query);
}

function notFound(id: string): GraphError {
  return new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}
