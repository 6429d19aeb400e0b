import type { Cloud } from '../cloud.ts';
import { graphId } from '../directory/person.ts';
import type { Person } from '../directory/person.ts';
import { requireScope } from './bearer.ts';
import type { Caller } from './bearer.ts';
import { collection } from './collection.ts';
import { expanded } from './expand.ts';
import { GraphError } from './graph-error.ts';
import { pick, readSelect } from './select.ts';
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

export function user(cloud: Cloud, caller: Caller, person: Person, query: URLSearchParams): object {
  requireScope(caller, [...ANYBODY, 'User.Read', 'User.ReadWrite']);
  const select = query.get('$select');
  const selection = readSelect(select, USER_PROPERTIES, DEFAULT_USER_PROPERTIES, 'user');
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#users${selection.suffix}/$entity`,
    ...pick(userResource(person), selection.names),
    ...expanded(cloud, caller, person, query),
  };
}

export function users(
  cloud: Cloud,
  caller: Caller,
  query: URLSearchParams,
  consistency: string | undefined,
): object {
  requireScope(caller, ANYBODY);
  checkAdvanced(query, consistency);
  const colleagues = cloud.directory.people.filter(
    ({ tenantId }) => tenantId === caller.person.tenantId,
  );
  return collection(cloud, colleagues.map(userResource), userList('users', '/users'), query);
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
    paging: 'skiptoken',
    always: [],
    searched: ['displayName', 'mail', 'userPrincipalName'],
  };
}

/** Advanced queries on directory objects need ConsistencyLevel (Graph, "Advanced query capabilities"). */
function checkAdvanced(query: URLSearchParams, consistency: string | undefined): void {
  if (consistency?.toLowerCase() === 'eventual') {
    return;
  }
  const advanced = ['$search', '$count'].find((name) => query.has(name));
  if (advanced !== undefined) {
    throw unsupported(
      `Request with ${advanced} query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'`,
    );
  }
  if (/\b(ne|not|endswith)\b/i.test((query.get('$filter') ?? '').replace(/'[^']*'/g, ''))) {
    throw unsupported(
      'Operator is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header.',
    );
  }
}

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

export function directReports(
  cloud: Cloud,
  caller: Caller,
  person: Person,
  path: string,
  query: URLSearchParams,
): object {
  requireScope(caller, ['User.Read', 'User.Read.All', 'Directory.Read.All']);
  const reports = cloud.directory.people.filter(({ managerId }) => managerId === person.id);
  const items = reports.map((report) => ({
    '@odata.type': '#microsoft.graph.user',
    ...userResource(report),
  }));
  const rules = userList('directoryObjects', `${path}/directReports`);
  return collection(cloud, items, { ...rules, always: ['@odata.type'] }, query);
}

export function presence(cloud: Cloud, caller: Caller, person: Person): object {
  requireScope(caller, [
    'Presence.Read.All',
    ...(person === caller.person ? ['Presence.Read'] : []),
  ]);
  const states = ['Available', 'Busy', 'Away', 'DoNotDisturb', 'Offline'] as const;
  const availability = states[parseInt(person.id.slice(-2), 16) % states.length] ?? 'Available';
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#users('${person.id}')/presence/$entity`,
    id: person.id,
    availability,
    activity: availability === 'Busy' ? 'InAMeeting' : availability,
    statusMessage: null,
  };
}

function notFound(id: string): GraphError {
  return new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

function unsupported(message: string): GraphError {
  return new GraphError(400, 'Request_UnsupportedQuery', message);
}
