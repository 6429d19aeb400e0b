import { httpResource, type HttpResourceRequest } from '@angular/common/http';
import { computed, inject, linkedSignal, type Signal } from '@angular/core';
import * as v from 'valibot';
import { SETTINGS } from '../settings/settings';

/** A collection of Graph that is loaded page by page, as its reader gets to the end. */
export interface GraphPages<T> {
  /** What has been loaded so far, each item once. Stays while a further page is loaded or has failed. */
  readonly items: Signal<readonly T[]>;
  /** Whether the first page has been loaded. */
  readonly hasValue: Signal<boolean>;
  readonly isLoading: Signal<boolean>;
  /** HttpErrorResponse, TokenError, or ValiError when the response is no such collection. */
  readonly error: Signal<Error | undefined>;
  /** Whether Graph has more than `items`. */
  readonly hasMore: Signal<boolean>;
  /** `@odata.count`, when the request asked for `$count=true`. */
  readonly total: Signal<number | undefined>;
  /** Loads the next page; nothing while one is being loaded, or when there is none. */
  loadMore(): void;
  /** Retries the page that failed, or loads the first page anew. */
  reload(): void;
}

/** What a collection is made of: the request for its first page, and one item. */
export interface GraphPagesOptions<T> {
  /** The first page; undefined loads nothing. Another request begins anew. */
  readonly request: () => HttpResourceRequest | undefined;
  readonly item: v.GenericSchema<unknown, T>;
}

/**
 * Loads a collection page by page along `@odata.nextLink`, which is opaque: it is called as it is. A link to another
 * host is refused, since the call would carry a token. Needs an injection context.
 * @see https://learn.microsoft.com/graph/paging
 */
export function graphPages<T extends { readonly id: string }>({
  request,
  item,
}: GraphPagesOptions<T>): GraphPages<T> {
  const { graphBaseUrl } = inject(SETTINGS);
  const first = computed(request);
  /** The page to load beside the first. */
  const link = linkedSignal<HttpResourceRequest | undefined, string | undefined>({
    source: first,
    computation: () => undefined,
  });
  const schema = pageOf(item, graphBaseUrl);
  const page = httpResource(
    () => {
      const url = link();
      return url ? { ...first(), url, params: {} } : first();
    },
    { parse: (body) => v.parse(schema, body) },
  );
  const loaded = linkedSignal<Loaded<T>, Loaded<T>>({
    source: () => ({
      first: first(),
      page: page.hasValue() ? page.value() : undefined,
      items: [],
      links: [],
    }),
    computation: (now, before) => append(now, before?.value),
  });
  const next = computed(() => {
    const { page: last, links } = loaded();
    const url = last?.['@odata.nextLink'];
    // A link that comes again would lead round in circles.
    return url !== undefined && !links.includes(url) ? url : undefined;
  });
  return {
    items: computed(() => loaded().items),
    hasValue: computed(() => loaded().page !== undefined),
    isLoading: page.isLoading,
    error: page.error,
    hasMore: computed(() => next() !== undefined),
    total: computed(() => loaded().total),
    loadMore: () => {
      const url = next();
      if (!url || page.isLoading()) return;
      loaded.update((value) => ({ ...value, links: [...value.links, url] }));
      link.set(url);
    },
    reload: () => {
      if (page.error() || !link()) {
        page.reload();
      } else {
        // What was there stays until the first page comes, and takes the place of all of it.
        loaded.update((value) => ({ ...value, links: [] }));
        link.set(undefined);
      }
    },
  };
}

interface Page<T> {
  readonly value: readonly T[];
  readonly '@odata.nextLink'?: string | undefined;
  readonly '@odata.count'?: number | undefined;
}

interface Loaded<T> {
  readonly first: HttpResourceRequest | undefined;
  readonly page: Page<T> | undefined;
  readonly items: readonly T[];
  /** Links that have been followed. */
  readonly links: readonly string[];
  readonly total?: number | undefined;
}

/** Adds a page that has come to what was there; another request, or the first page anew, begins from nothing. */
function append<T extends { readonly id: string }>(
  now: Loaded<T>,
  before: Loaded<T> | undefined,
): Loaded<T> {
  const base: Loaded<T> =
    before && before.first === now.first ? before : { ...now, page: undefined };
  if (!now.page || base.page === now.page) return base;
  return {
    ...base,
    page: now.page,
    items: unique([...(base.links.length === 0 ? [] : base.items), ...now.page.value]),
    total: now.page['@odata.count'] ?? base.total,
  };
}

/** Mail that arrives while one reads moves the rest by one, so that an item may come twice. */
function unique<T extends { readonly id: string }>(items: readonly T[]): T[] {
  const known = new Set<string>();
  return items.filter(({ id }) => !known.has(id) && known.add(id));
}

function pageOf<T>(item: v.GenericSchema<unknown, T>, graphBaseUrl: string) {
  const isOfGraph = (link: string) =>
    URL.canParse(link) && new URL(link).origin === new URL(graphBaseUrl).origin;
  return v.object({
    value: v.array(item),
    '@odata.nextLink': v.optional(
      v.pipe(v.string(), v.check(isOfGraph, 'The next page is not at Microsoft Graph.')),
    ),
    '@odata.count': v.optional(v.number()),
  });
}
