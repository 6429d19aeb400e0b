import type { Cloud } from '../cloud.ts';
import type { Caller } from './bearer.ts';
import { requireScope } from './bearer.ts';
import { expanded } from './expand.ts';
import { pick, readSelect } from './select.ts';
import { DEFAULT_USER_PROPERTIES, USER_PROPERTIES, userResource } from './user.ts';

const PERMISSIONS = ['User.Read', 'User.ReadWrite', 'User.Read.All', 'Directory.Read.All'];

/** GET /v1.0/me */
export function me(cloud: Cloud, caller: Caller, query: URLSearchParams): object {
  requireScope(caller, PERMISSIONS);
  const selection = readSelect(
    query.get('$select'),
    USER_PROPERTIES,
    DEFAULT_USER_PROPERTIES,
    'user',
  );
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#users${selection.suffix}/$entity`,
    ...pick(userResource(caller.person), selection.names),
    ...expanded(cloud, caller, caller.person, query),
  };
}
