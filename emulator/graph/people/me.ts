import type { Cloud } from '../../cloud.ts';
import type { Person } from '../../directory/person.ts';
import type { Caller } from '../bearer.ts';
import { requireScope } from '../bearer.ts';
import { readExpand } from './expand.ts';
import type { DirectoryQuery } from '../query/graph-query.ts';
import { pick, readSelect, withExpansion } from '../query/select.ts';
import { DEFAULT_USER_PROPERTIES, USER_PROPERTIES, userResource } from './user.ts';

const PERMISSIONS = ['User.Read', 'User.ReadWrite', 'User.Read.All', 'Directory.Read.All'];

/**
 * GET /v1.0/me
 * @see https://learn.microsoft.com/graph/api/user-get
 *
 * @throws GraphError 400 for a property or an expansion that a user does not have, 403 without permission
 */
export function me(cloud: Cloud, caller: Caller, request: DirectoryQuery): object {
  requireScope(caller, PERMISSIONS);
  return userEntity(cloud, caller, caller.person, request);
}

/** One user with what was selected and expanded. */
export function userEntity(
  cloud: Cloud,
  caller: Caller,
  person: Person,
  request: DirectoryQuery,
): object {
  const select = request.query.get('$select');
  const selection = readSelect(select, USER_PROPERTIES, DEFAULT_USER_PROPERTIES, 'user');
  const expansion = readExpand(cloud, caller, request);
  const suffix = withExpansion(selection.suffix, expansion?.suffix);
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#users${suffix}/$entity`,
    ...pick(userResource(person), selection.names),
    ...expansion?.of(person),
  };
}
