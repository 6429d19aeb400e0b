import { GraphError } from '../graph-error.ts';
import { valueAt } from './property.ts';
import type { Resource } from './property.ts';

/**
 * `$search`, which the directory and Exchange each understand in a way of their own.
 * @see https://learn.microsoft.com/graph/search-query-parameter
 */
export interface SearchRules {
  readonly type: string;
  /** Where words without a property are looked for. */
  readonly searched: readonly string[];
  /** Exchange's names (`from`) of what may be searched alone, and where that lies (`from/emailAddress`). */
  readonly keywords?: Readonly<Record<string, readonly string[]>>;
}

type Predicate = (resource: Resource) => boolean;

/**
 * Directory: `"displayName:ade"`, several of them joined by AND or OR.
 *
 * @throws GraphError 400 when a clause is not in quotes, or names a property that cannot be searched
 */
export function readDirectorySearch(text: string, rules: SearchRules): Predicate {
  const clauses = [...text.matchAll(/\s*(AND|OR)?\s*"([^"]*)"/gy)];
  if (clauses.length === 0 || clauses.map(([all]) => all).join('').length < text.trimEnd().length) {
    throw new GraphError(
      400,
      'BadRequest',
      `Syntax error in the $search clause '${text.slice(0, 80)}'.`,
    );
  }
  return clauses
    .map(([, join = 'AND', clause = '']) => ({ join, test: readClause(clause, rules) }))
    .reduce<Predicate>(
      (before, { join, test }) =>
        join === 'OR'
          ? (resource) => before(resource) || test(resource)
          : (resource) => before(resource) && test(resource),
      () => clauses[0]?.[1] === undefined,
    );
}

function readClause(clause: string, { type, searched }: SearchRules): Predicate {
  const [, property, value = ''] = /^(?:(\w+):)?(.*)$/s.exec(clause) ?? [];
  const exact = searched.find((name) => name.toLowerCase() === property?.toLowerCase());
  if (property !== undefined && exact === undefined) {
    throw new GraphError(
      400,
      'Request_UnsupportedQuery',
      `Unsupported or invalid search clause specified for property '${property.slice(0, 40)}' of resource '${type}'.`,
    );
  }
  const names = exact === undefined ? searched : [exact];
  return (resource) => names.some((name) => includes(resource, name, value));
}

/** Exchange: every word somewhere, `from:adele` in one place (keyword query language, without operators). */
export function readMailboxSearch(
  text: string,
  { searched, keywords = {} }: SearchRules,
): Predicate {
  const words = text
    .replaceAll('"', ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const tests = words.map((word) => {
    const [, keyword = '', value = ''] = /^(\w+):(.+)$/.exec(word) ?? [];
    const places = Object.hasOwn(keywords, keyword.toLowerCase())
      ? keywords[keyword.toLowerCase()]
      : undefined;
    return (resource: Resource) =>
      (places ?? searched).some((name) => includes(resource, name, places ? value : word));
  });
  return (resource) => tests.every((test) => test(resource));
}

function includes(resource: Resource, name: string, value: string): boolean {
  const found = valueAt(resource, name) ?? '';
  const text = typeof found === 'string' ? found : JSON.stringify(found);
  return text.toLowerCase().includes(value.toLowerCase());
}
