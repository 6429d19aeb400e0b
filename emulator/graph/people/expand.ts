import type { Cloud } from '../../cloud.ts';
import type { Person } from '../../directory/person.ts';
import { requireScope } from '../bearer.ts';
import type { Caller } from '../bearer.ts';
import { GraphError, unknownSelection } from '../graph-error.ts';
import type { DirectoryQuery } from '../query/graph-query.ts';
import type { Resource } from '../query/property.ts';
import { pick, readSelect } from '../query/select.ts';
import { DEFAULT_USER_PROPERTIES, USER_PROPERTIES, userResource } from './user.ts';

/** What `$expand` of a user adds to each, and how `@odata.context` says so. */
export interface Expansion {
  readonly suffix: string;
  of(person: Person): Resource;
}

/**
 * `$expand=manager` or `$expand=directReports($select=displayName)` of a user: one of them, as Graph has it for
 * directory objects. The line of managers up to the top is `manager($levels=max)`.
 * @see https://learn.microsoft.com/graph/query-parameters#expand-parameter
 * @see https://learn.microsoft.com/graph/api/user-list-manager
 *
 * @returns undefined when nothing is to be expanded
 * @throws GraphError 400 for any other expansion, 403 without the permission for it
 */
export function readExpand(
  cloud: Cloud,
  caller: Caller,
  { query, consistency }: DirectoryQuery,
): Expansion | undefined {
  const expand = query.get('$expand');
  if (expand === null) {
    return undefined;
  }
  const { name, select, levels } = parse(expand);
  const selection = readSelect(select, USER_PROPERTIES, DEFAULT_USER_PROPERTIES, 'user');
  const suffix = `${name}${selection.suffix || '()'}`;
  const show = (other: Person) => ({
    '@odata.type': '#microsoft.graph.user',
    ...pick(userResource(other), selection.names),
  });
  if (name === 'directReports') {
    requireScope(caller, ['User.Read', 'User.Read.All', 'Directory.Read.All']);
    // An expanded collection ends after twenty, without a nextLink.
    const of = ({ id }: Person) => ({
      directReports: cloud.directory.people
        .filter(({ managerId }) => managerId === id)
        .slice(0, 20)
        .map(show),
    });
    return { suffix, of };
  }
  requireScope(caller, ['User.Read.All', 'Directory.Read.All']);
  if (levels > 1 && consistency?.toLowerCase() !== 'eventual') {
    throw new GraphError(
      400,
      'Request_UnsupportedQuery',
      "$levels only works with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  const line = (person: Person, left: number): Resource => {
    const boss = left > 0 ? cloud.directory.person(person.managerId ?? '') : undefined;
    return boss ? { manager: { ...show(boss), ...line(boss, left - 1) } } : {};
  };
  return { suffix, of: (person) => line(person, levels) };
}

interface Parsed {
  readonly name: 'manager' | 'directReports';
  readonly select: string | null;
  readonly levels: number;
}

/** More levels than any company has. */
const MOST_LEVELS = 1000;

function parse(expand: string): Parsed {
  const [, name, inner] = /^(\w+)(?:\(([^()]*)\))?$/.exec(expand.trim()) ?? [];
  if (name !== 'manager' && name !== 'directReports') {
    throw unknownSelection(expand, 'user');
  }
  const options = readOptions(inner);
  const levels = options.get('$levels') ?? '1';
  if (!areAllowed(name, options) || !/^(max|[1-9]\d{0,2})$/.test(levels)) {
    throw new GraphError(
      400,
      'BadRequest',
      `Parsing OData Select and Expand failed: Found an invalid option in '${expand.slice(0, 80)}'.`,
    );
  }
  const select = options.get('$select') ?? null;
  return { name, select, levels: levels === 'max' ? MOST_LEVELS : Number(levels) };
}

function areAllowed(name: string, options: ReadonlyMap<string, string>): boolean {
  const allowed = name === 'manager' ? ['$select', '$levels'] : ['$select'];
  return [...options.keys()].every((key) => allowed.includes(key));
}

/** `$select=id;$levels=max` */
function readOptions(text: string | undefined): Map<string, string> {
  const options = text === undefined ? [] : text.split(';');
  return new Map(
    options.map((option) => {
      const [name = '', value = ''] = option.trim().split('=');
      return [name.toLowerCase(), value];
    }),
  );
}
