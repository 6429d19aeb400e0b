import type { Cloud } from '../cloud.ts';
import type { Person } from '../directory/person.ts';
import { requireScope } from './bearer.ts';
import type { Caller } from './bearer.ts';
import { GraphError } from './graph-error.ts';
import { pick, readSelect } from './select.ts';
import { DEFAULT_USER_PROPERTIES, USER_PROPERTIES, userResource } from './user.ts';

/**
 * `$expand=manager` or `$expand=directReports($select=displayName)` of a user: one of them, as Graph has it for
 * directory objects, with `$select` alone inside.
 * @see https://learn.microsoft.com/graph/query-parameters#expand-parameter
 *
 * @returns the expanded property; nothing when there is none, or nobody to put there
 * @throws GraphError 400 for any other expansion, 403 without the permission for it
 */
export function expanded(
  cloud: Cloud,
  caller: Caller,
  person: Person,
  query: URLSearchParams,
): Record<string, unknown> {
  const expand = query.get('$expand');
  if (expand === null) {
    return {};
  }
  const [, name = '', inner] = /^(\w+)(?:\(\$select=([\w,]+)\))?$/.exec(expand.trim()) ?? [];
  const selection = readSelect(inner ?? null, USER_PROPERTIES, DEFAULT_USER_PROPERTIES, 'user');
  const show = (other: Person) => ({
    '@odata.type': '#microsoft.graph.user',
    ...pick(userResource(other), selection.names),
  });
  if (name === 'manager') {
    requireScope(caller, ['User.Read.All', 'Directory.Read.All']);
    const boss = cloud.directory.person(person.managerId ?? '');
    return boss ? { manager: show(boss) } : {};
  }
  if (name === 'directReports') {
    requireScope(caller, ['User.Read', 'User.Read.All', 'Directory.Read.All']);
    const reports = cloud.directory.people.filter(({ managerId }) => managerId === person.id);
    // An expanded collection ends after twenty, without a nextLink.
    return { directReports: reports.slice(0, 20).map(show) };
  }
  throw new GraphError(
    400,
    'BadRequest',
    `Parsing OData Select and Expand failed: Could not find a property named '${name || expand.slice(0, 40)}' on type 'microsoft.graph.user' that can be expanded here.`,
  );
}
