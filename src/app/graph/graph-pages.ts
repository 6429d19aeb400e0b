import { httpResource, type HttpResourceRequest } from '@angular/common/http';
import { computed, inject, linkedSignal, type Signal } from '@angular/core';
import * as v from 'valibot';
import { SETTINGS } from '../settings/settings';

/** A Graph collection that is loaded page by page. */
export interface GraphPages<T> {
  /** The items so far, each once; kept while a further page is loaded or has failed. */
  readonly items: Signal<readonly T[]>;
  readonly hasValue: Signal<boolean>;
  readonly isLoading: Signal<boolean>;
  /** HttpErrorResponse, TokenError, or ValiError when the response is no such collection. */
  readonly error: Signal<Error | undefined>;
  readonly hasMore: Signal<boolean>;
  /** `@odata.count`, for a request with `$count=true`. */
  readonly total: Signal<number | undefined>;
  /** Loads the next page, unless one is being loaded or there is none. */
  loadMore(): void;
  /** Retries the failed page, or loads the first page again. */
  reload(): void;
}

export interface GraphPagesOptions<T> {
  /** The first page; undefined loads nothing, another request starts again. */
  readonly request: () => HttpResourceRequest | undefined;
  readonly item: v.GenericSchema<unknown, T>;
}

/**
 * Loads a collection along `@odata.nextLink`, which is called unchanged, and refused when it is at another host: the
 * call carries a token. Needs an injection context.
 * @see https://learn.microsoft.com/graph/paging
 */
export function graphPages<T extends { readonly id: string }>({
  request,
  item,
}: GraphPagesOptions<T>): GraphPages<T> {
  const { graphBaseUrl } = inject(SETTINGS);
  const first = computed(request);
  /** The page after the first; undefined for the first. */
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
    // A link that was followed already would loop.
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
        // The items stay until the first page replaces them.
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
  readonly links: readonly string[];
  readonly total?: number | undefined;
}

/** Appends a page; for another request, or the first page again, it replaces the items. */
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

/** An item may come twice: mail that arrives meanwhile moves it to the next page. */
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
