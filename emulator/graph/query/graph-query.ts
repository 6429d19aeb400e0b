import { query } from '../../http/context.ts';
import type { HttpContext } from '../../http/context.ts';

/** What a list of directory objects is asked with. */
export interface DirectoryQuery {
  readonly query: URLSearchParams;
  /** The ConsistencyLevel header. */
  readonly consistency: string | undefined;
}

/** The query, its options in lower case: OData takes `$orderBy` as well (OData 4.01, section 11.2.1). */
export function graphQuery(c: HttpContext): URLSearchParams {
  const pairs = [...query(c)].map(([name, value]) => [
    name.startsWith('$') ? name.toLowerCase() : name,
    value,
  ]);
  return new URLSearchParams(pairs);
}

export function directoryQuery(c: HttpContext): DirectoryQuery {
  return { query: graphQuery(c), consistency: c.req.header('consistencylevel') };
}
