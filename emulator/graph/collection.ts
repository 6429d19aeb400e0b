import type { Cloud } from '../cloud.ts';
import { readFilter } from './filter.ts';
import { GraphError } from './graph-error.ts';
import { order, valueAt } from './property.ts';
import type { Resource } from './property.ts';
import { pick, readSelect } from './select.ts';

/** A list as Graph answers it: filtered, sorted, cut into pages with an opaque absolute nextLink. */
export interface CollectionRules {
  readonly type: string;
  readonly properties: readonly string[];
  readonly defaults: readonly string[];
  /** What `@odata.context` names: `users` or `users('id')/messages`. */
  readonly context: string;
  /** The list's own path under /v1.0, for nextLink. */
  readonly path: string;
  readonly defaultTop: number;
  readonly mostTop: number;
  /** Mail and calendar show `$skip` in the nextLink, the directory an opaque `$skiptoken`. */
  readonly paging: 'skip' | 'skiptoken';
  /** Properties that are there whatever was selected. */
  readonly always: readonly string[];
  /** Where `$search` looks. */
  readonly searched: readonly string[];
}

export function collection(
  cloud: Cloud,
  items: readonly Resource[],
  rules: CollectionRules,
  query: URLSearchParams,
): object {
  const selection = readSelect(query.get('$select'), rules.properties, rules.defaults, rules.type);
  const found = sorted(searched(filtered(items, query), rules, query), query);
  const skip = readSkip(query, rules);
  const top = readTop(query, rules);
  const page = found.slice(skip, skip + top);
  const names = [...new Set([...rules.always, ...selection.names])];
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#${rules.context}${selection.suffix}`,
    ...(query.get('$count') === 'true' && skip === 0 && { '@odata.count': found.length }),
    ...(skip + top < found.length && {
      '@odata.nextLink': nextLink(cloud, rules, query, skip + top),
    }),
    value: page.map((item) => pick(item, names)),
  };
}

function filtered(items: readonly Resource[], query: URLSearchParams): readonly Resource[] {
  const filter = query.get('$filter');
  return filter === null ? items : items.filter(readFilter(filter));
}

/** `"displayName:ade"` looks in one property, `"ade"` in all that are searched. */
function searched(
  items: readonly Resource[],
  rules: CollectionRules,
  query: URLSearchParams,
): readonly Resource[] {
  const search = query.get('$search');
  if (search === null) {
    return items;
  }
  const [, property, plain = ''] = /^"?(?:(\w+):)?([^"]*)"?$/.exec(search) ?? [];
  const names = property === undefined ? rules.searched : [property];
  const wanted = plain.toLowerCase();
  return items.filter((item) =>
    names.some((name) =>
      JSON.stringify(valueAt(item, name) ?? '')
        .toLowerCase()
        .includes(wanted),
    ),
  );
}

function sorted(items: readonly Resource[], query: URLSearchParams): readonly Resource[] {
  const keys = (query.get('$orderby') ?? '')
    .split(',')
    .map((key) => key.trim().split(/\s+/))
    .filter(([path]) => path !== undefined && path !== '');
  return items.toSorted((a, b) => {
    for (const [path = '', direction = 'asc'] of keys) {
      const result = order(valueAt(a, path), valueAt(b, path)) || 0;
      if (result !== 0) {
        return direction.toLowerCase() === 'desc' ? -result : result;
      }
    }
    return 0;
  });
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

function readSkip(query: URLSearchParams, { paging }: CollectionRules): number {
  const skip = query.get(paging === 'skip' ? '$skip' : '$skiptoken');
  if (skip === null) {
    return 0;
  }
  const digits = paging === 'skip' ? skip : Buffer.from(skip, 'base64url').toString();
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
  if (rules.paging === 'skip') {
    next.set('$skip', String(skip));
  } else {
    next.set('$skiptoken', Buffer.from(String(skip)).toString('base64url'));
  }
  return `${cloud.origin}/v1.0${rules.path}?${next.toString()}`;
}
