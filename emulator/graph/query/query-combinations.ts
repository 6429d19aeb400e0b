import { GraphError } from '../graph-error.ts';
import { filteredPaths } from './filter-tokens.ts';
import type { SortKey } from './order-by.ts';

/** Query options that Graph takes alone, but not together, or not without a header. */

/**
 * Directory objects: advanced queries need `ConsistencyLevel: eventual`.
 * @see https://learn.microsoft.com/graph/aad-advanced-queries
 *
 * @param isReference whether the list is one of references, such as memberOf, which takes no simple filter
 * @throws GraphError 400 when the header is missing
 */
export function checkAdvanced(
  query: URLSearchParams,
  consistency: string | undefined,
  isReference = false,
): void {
  if (consistency?.toLowerCase() === 'eventual') {
    return;
  }
  const advanced = ['$search', '$count'].find((name) => query.has(name));
  if (advanced !== undefined) {
    throw unsupported(
      `Request with ${advanced} query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'`,
    );
  }
  const filter = query.get('$filter');
  if (filter === null) {
    return;
  }
  if (isReference) {
    throw unsupported(
      'The specified filter to the reference property query is currently not supported.',
    );
  }
  if (query.has('$orderby')) {
    throw unsupported('Sorting not supported for current query.');
  }
  if (/\b(ne|not|endswith)\b/i.test(filter.replace(/'[^']*'/g, ''))) {
    throw unsupported(
      'Operator is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header.',
    );
  }
}

/**
 * Exchange: a search is neither sorted nor filtered.
 * @see https://learn.microsoft.com/graph/search-query-parameter
 *
 * @throws GraphError 400 that names the two options
 */
export function checkSearchAlone(query: URLSearchParams): void {
  for (const [option, code] of [
    ['$orderby', 'SearchWithOrderBy'],
    ['$filter', 'SearchWithFilter'],
  ] as const) {
    if (query.has('$search') && query.has(option)) {
      throw new GraphError(
        400,
        code,
        `The query parameter '${option}' is not supported with '$search'.`,
      );
    }
  }
}

/**
 * Messages: what is sorted by must be filtered by as well, before anything else and in this order.
 * @see https://learn.microsoft.com/graph/api/user-list-messages
 *
 * @throws GraphError 400 InefficientFilter
 */
export function checkEfficient(filter: string | null, keys: readonly SortKey[]): void {
  if (filter === null || keys.length === 0) {
    return;
  }
  const paths = [...new Set(filteredPaths(filter))];
  if (!keys.every(({ path }, index) => paths[index] === path)) {
    throw new GraphError(
      400,
      'InefficientFilter',
      'The restriction or sort order is too complex for this operation.',
    );
  }
}

function unsupported(message: string): GraphError {
  return new GraphError(400, 'Request_UnsupportedQuery', message);
}
