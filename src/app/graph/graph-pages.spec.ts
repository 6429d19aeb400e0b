import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import * as v from 'valibot';
import { exampleSettings } from '../settings/example-settings';
import { SETTINGS } from '../settings/settings';
import { graphPages } from './graph-pages';

const Item = v.object({ id: v.string() });
const URL_OF = (skip: number) =>
  `https://graph.microsoft.com/v1.0/me/things?$skip=${String(skip)}&$top=2`;

describe('graphPages', () => {
  let backend: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: exampleSettings },
        provideHttpClient(),
        provideHttpClientTesting(),
      ],
    });
    backend = TestBed.inject(HttpTestingController);
  });

  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };

  function open(search = signal('')) {
    const pages = TestBed.runInInjectionContext(() =>
      graphPages({
        item: Item,
        request: () => ({
          url: 'https://graph.microsoft.com/v1.0/me/things',
          params: { $search: search() },
          headers: { ConsistencyLevel: 'eventual' },
        }),
      }),
    );
    TestBed.tick();
    const ids = () => pages.items().map(({ id }) => id);
    return { pages, ids };
  }

  async function answer(ids: readonly number[], next?: string, more: object = {}): Promise<string> {
    const { request, flush } = bound(backend.expectOne(() => true));
    flush({
      value: ids.map((id) => ({ id: String(id) })),
      ...(next && { '@odata.nextLink': next }),
      ...more,
    });
    await settle();
    return request.urlWithParams;
  }

  const bound = (call: ReturnType<HttpTestingController['expectOne']>) => ({
    request: call.request,
    flush: (body: object) => {
      call.flush(body);
    },
  });

  it('loads one page after another, each when requested', async () => {
    const { pages, ids } = open();
    await answer([1, 2], URL_OF(2), { '@odata.count': 3 });

    expect(ids()).toEqual(['1', '2']);
    expect(pages.hasMore()).toBeTrue();
    expect(pages.total()).toBe(3);
    backend.verify();

    pages.loadMore();
    pages.loadMore();
    TestBed.tick();

    expect(pages.isLoading()).toBeTrue();
    expect(ids()).toEqual(['1', '2']);
    expect(await answer([3])).toBe(URL_OF(2));
    expect(ids()).toEqual(['1', '2', '3']);
    expect(pages.hasMore()).toBeFalse();
    expect(pages.total()).toBe(3);
  });

  it('sends the headers of the first page with every page', async () => {
    const { pages } = open();
    await answer([1], URL_OF(1));
    pages.loadMore();
    TestBed.tick();
    const call = backend.expectOne(() => true);

    expect(call.request.headers.get('ConsistencyLevel')).toBe('eventual');
  });

  it('shows an item once that has moved to the next page', async () => {
    const { pages, ids } = open();
    await answer([1, 2], URL_OF(2));
    pages.loadMore();
    TestBed.tick();
    await answer([2, 3]);

    expect(ids()).toEqual(['1', '2', '3']);
  });

  it('accepts an empty page in between, and ends at a link that repeats', async () => {
    const { pages, ids } = open();
    await answer([1], URL_OF(1));
    pages.loadMore();
    TestBed.tick();
    await answer([], URL_OF(2));
    pages.loadMore();
    TestBed.tick();
    await answer([2], URL_OF(1));

    expect(ids()).toEqual(['1', '2']);
    expect(pages.hasMore()).toBeFalse();
  });

  it('keeps what it has when a page fails, and retries that page', async () => {
    const { pages, ids } = open();
    await answer([1], URL_OF(1));
    pages.loadMore();
    TestBed.tick();
    backend.expectOne(URL_OF(1)).flush({}, { status: 503, statusText: 'busy' });
    await settle();

    expect(pages.error()).toBeDefined();
    expect(ids()).toEqual(['1']);

    pages.reload();
    TestBed.tick();

    expect(await answer([2])).toBe(URL_OF(1));
    expect(ids()).toEqual(['1', '2']);
  });

  it('starts again for another request, and never mixes the two', async () => {
    const search = signal('a');
    const { ids } = open(search);
    await answer([1]);
    search.set('b');
    TestBed.tick();

    expect(ids()).toEqual([]);

    await answer([2]);

    expect(ids()).toEqual(['2']);
  });

  it('starts again on a reload, however many pages there were', async () => {
    const { pages, ids } = open();
    await answer([1], URL_OF(1));
    pages.loadMore();
    TestBed.tick();
    await answer([2]);
    pages.reload();
    TestBed.tick();
    await answer([3], URL_OF(1));

    expect(ids()).toEqual(['3']);
    expect(pages.hasMore()).toBeTrue();
  });

  for (const link of ['https://evil.example/v1.0/x', '//evil.example/x', 'javascript:alert(1)']) {
    it(`refuses ${link} as the next page: the call would carry a token`, async () => {
      const { pages } = open();
      await answer([1], link);

      expect(pages.error()?.message).toContain('not at Microsoft Graph');
      expect(pages.hasMore()).toBeFalse();
    });
  }
});
