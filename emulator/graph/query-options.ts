import { GraphError } from './graph-error.ts';

/** The OData options of a collection here; paging is by `$skip` or `$skiptoken`, as the resource has it. */
export const COLLECTION_OPTIONS = [
  ...['$select', '$filter', '$search', '$orderby', '$top', '$skip', '$skiptoken', '$count'],
] as const;

/** Options of OData that Graph has, on one resource or another. */
const KNOWN = [...COLLECTION_OPTIONS, '$expand', '$format', '$deltatoken', '$apply', '$compute'];

/**
 * Refuses a query option that the address does not have here: ignored, it would lead to a wrong 200.
 * Differs from Graph: what Graph has and this cloud has not is a 501 that says so.
 * @see https://learn.microsoft.com/graph/query-parameters
 *
 * @throws GraphError 400 for an option that OData does not have, 501 for one that is not emulated
 */
export function checkQueryOptions(query: URLSearchParams, allowed: readonly string[]): void {
  for (const name of query.keys()) {
    const option = name.toLowerCase();
    if (!option.startsWith('$') || allowed.includes(option)) {
      continue;
    }
    if (!KNOWN.includes(option)) {
      throw new GraphError(
        400,
        'BadRequest',
        `The query parameter '${name.slice(0, 40)}' is not supported.`,
      );
    }
    throw new GraphError(
      501,
      'NotImplemented',
      `The local cloud does not emulate '${option}' at this address. It has ${allowed.join(', ') || 'no query options here'}.`,
    );
  }
}
