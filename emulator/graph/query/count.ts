import { matching } from './collection.ts';
import { GraphError } from '../graph-error.ts';
import type { DirectoryQuery } from './graph-query.ts';
import { bytes } from '../graph-response.ts';
import type { GraphResponse } from '../graph-response.ts';
import type { Resource } from './property.ts';

/**
 * The segment `/$count` of directory objects: a bare number in plain text.
 * @see https://learn.microsoft.com/graph/aad-advanced-queries
 *
 * @throws GraphError 400 without `ConsistencyLevel: eventual`
 */
export function count(
  items: readonly Resource[],
  rules: Parameters<typeof matching>[1],
  { query, consistency }: DirectoryQuery,
): GraphResponse {
  if (consistency?.toLowerCase() !== 'eventual') {
    throw new GraphError(400, 'Request_BadRequest', '$count is not currently supported.');
  }
  const number = String(matching(items, rules, query).length);
  return bytes(new Uint8Array(Buffer.from(number)), 'text/plain', {});
}
