import type { Cloud } from '../../cloud.ts';
import { readFilter } from './filter.ts';
import { GraphError } from '../graph-error.ts';
import { readOrderBy, sorted } from './order-by.ts';
import type { Resource } from './property.ts';
import { checkEfficient, checkSearchAlone } from './query-combinations.ts';
import { readDirectorySearch, readMailboxSearch } from './search.ts';
import type { SearchRules } from './search.ts';
import { pick, readSelect, withExpansion } from './select.ts';

/** A list as Graph answers it: filtered, sorted, cut into pages with an opaque absolute nextLink. */
export interface CollectionRules extends SearchRules {
  readonly properties: readonly string[];
  readonly defaults: readonly string[];
  /** What `@odata.context` names: `users` or `users('id')/messages`. */
  readonly context: string;
  /** The list's own path under /v1.0, for nextLink. */
  readonly path: string;
  readonly defaultTop: number;
  readonly mostTop: number;
  /** Exchange shows `$skip` in the nextLink, the directory an opaque `$skiptoken`. */
  readonly service: 'exchange' | 'directory';
  /** Properties that are there whatever was selected. */
  readonly always: readonly string[];
  /** Several types in one list: each shows of the selected properties those that it has. */
  readonly mixed?: boolean;
  /** What `$expand` adds to an item of the page. */
  readonly expand?: (item: Resource) => Resource;
  /** What `@odata.context` says of it: `manager()`. */
  readonly expanded?: string | undefined;
}

/**
 * Answers one page of a list.
 *
 * @throws GraphError 400 for a query option that cannot be read or is not taken beside another
 */
export function collection(
  cloud: Cloud,
  items: readonly Resource[],
  rules: CollectionRules,
  query: URLSearchParams,
): object {
  const selection = readSelect(query.get('$select'), rules.properties, rules.defaults, rules.type);
  const found = matching(items, rules, query);
  const skip = readSkip(query, rules);
  const top = readTop(query, rules);
  const page = found.slice(skip, skip + top);
  const names = [...new Set([...rules.always, ...selection.names])];
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#${rules.context}${withExpansion(selection.suffix, rules.expanded)}`,
    ...(query.get('$count') === 'true' && skip === 0 && { '@odata.count': found.length }),
    ...(skip + top < found.length && {
      '@odata.nextLink': nextLink(cloud, rules, query, skip + top),
    }),
    value: page.map((item) => ({
      ...pick(item, rules.mixed ? names.filter((name) => Object.hasOwn(item, name)) : names),
      ...rules.expand?.(item),
    })),
  };
}

/**
 * What of a list is asked for, in its order.
 *
 * @throws GraphError 400 for a query option that cannot be read or is not taken beside another
 */
export function matching(
  items: readonly Resource[],
  rules: Pick<CollectionRules, 'service' | 'properties' | keyof SearchRules>,
  query: URLSearchParams,
): readonly Resource[] {
  const keys = readOrderBy(query.get('$orderby'), rules);
  const [filter, search] = [query.get('$filter'), query.get('$search')];
  const isExchange = rules.service === 'exchange';
  if (isExchange) {
    checkSearchAlone(query);
  }
  const filtered = filter === null ? items : items.filter(readFilter(filter, rules));
  if (rules.type === 'message') {
    checkEfficient(filter, keys);
  }
  if (search === null) {
    return sorted(filtered, keys);
  }
  const read = isExchange ? readMailboxSearch : readDirectorySearch;
  return sorted(filtered.filter(read(search, rules)), keys);
}

function readTop(query: URLSearchParams, { defaultTop, mostTop }: CollectionRules): number {
  const top = query.get('$top');
  if (top === null) {
    return defaultTop;
  }
  const number = Number(top);
  if (!/^\d+$/.test(top) || number < 1 || number > mostTop) {
    throw new GraphError(
      400,
      'Request_BadRequest',
      `Invalid page size specified: '${top.slice(0, 20)}'. Must be between 1 and ${String(mostTop)} inclusive.`,
    );
  }
  return number;
}

function readSkip(query: URLSearchParams, { service }: CollectionRules): number {
  const skip = query.get(service === 'exchange' ? '$skip' : '$skiptoken');
  if (skip === null) {
    return 0;
  }
  const digits = service === 'exchange' ? skip : Buffer.from(skip, 'base64url').toString();
  if (!/^\d{1,9}$/.test(digits)) {
    throw new GraphError(400, 'Request_BadRequest', 'Skip token is not valid.');
  }
  return Number(digits);
}

function nextLink(
  cloud: Cloud,
  rules: CollectionRules,
  query: URLSearchParams,
  skip: number,
): string {
  const next = new URLSearchParams(query);
  if (rules.service === 'exchange') {
    next.set('$skip', String(skip));
  } else {
    next.set('$skiptoken', Buffer.from(String(skip)).toString('base64url'));
  }
  return `${cloud.origin}/v1.0${rules.path}?${next.toString()}`;
}
