import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import fc from 'fast-check';
import * as v from 'valibot';
import { exampleSettings } from '../settings/example-settings';
import { SETTINGS } from '../settings/settings';
import { graphPages } from './graph-pages';

const FIRST = 'https://graph.microsoft.com/v1.0/me/things';
const addressOf = (index: number) => (index === 0 ? FIRST : `${FIRST}?$skiptoken=${String(index)}`);

/** A page as the server has it: what is on it, how often it fails first, and where its link leads. */
interface ServerPage {
  readonly ids: readonly string[];
  readonly failures: number;
  /** The page its link leads to; beyond the last page, there is no link. */
  readonly next: number;
}

const serverPages: fc.Arbitrary<readonly ServerPage[]> = fc
  .array(
    fc.record({
      // Few ids, so that pages repeat what others have.
      ids: fc.array(fc.nat(30).map(String), { maxLength: 8 }),
      failures: fc.nat(2),
      // Mostly the page that follows; sometimes one that was there already, itself, or none.
      jump: fc.option(fc.nat(8), { freq: 5 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((pages) => pages.map((page, index) => ({ ...page, next: page.jump ?? index + 1 })));

/** The plain way to read them: along the links, each page once, each item once. */
function expected(pages: readonly ServerPage[]): { items: string[]; visited: number[] } {
  const items = new Set<string>();
  const visited: number[] = [];
  const followed = new Set<number>();
  for (let index = 0; ;) {
    const page = pages[index];
    if (!page) break;
    visited.push(index);
    for (const id of page.ids) items.add(id);
    // The first page has no link that was followed, so a link to it is followed once.
    if (followed.has(page.next)) break;
    followed.add(page.next);
    index = page.next;
  }
  return { items: [...items], visited };
}

describe('graphPages, whatever the server does', () => {
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };

  async function readAll(server: readonly ServerPage[]) {
    TestBed.resetTestingModule().configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: exampleSettings },
        provideHttpClient(),
        provideHttpClientTesting(),
      ],
    });
    const backend = TestBed.inject(HttpTestingController);
    const item = v.object({ id: v.string() });
    const pages = TestBed.runInInjectionContext(() =>
      graphPages({ item, request: () => ({ url: FIRST }) }),
    );
    const visited: number[] = [];
    const failures = server.map((page) => page.failures);
    const answerOne = async () => {
      TestBed.tick();
      const call = backend.expectOne(() => true);
      const index = server.findIndex((_, at) => addressOf(at) === call.request.urlWithParams);
      const { ids = [], next = server.length } = server[index] ?? {};
      if ((failures[index] ?? 0) > 0) {
        failures[index] = (failures[index] ?? 0) - 1;
        call.flush(null, { status: 503, statusText: 'Service Unavailable' });
      } else {
        visited.push(index);
        const link = next < server.length ? { '@odata.nextLink': addressOf(next) } : {};
        call.flush({ value: ids.map((id) => ({ id })), ...link });
      }
      await settle();
    };
    await answerOne();
    let before: readonly string[] = [];
    for (;;) {
      const now = pages.items().map(({ id }) => id);
      // What is there stays there, in its place, while a page is loaded or fails.
      expect(now.slice(0, before.length)).toEqual([...before]);
      before = now;
      if (pages.error()) pages.reload();
      else if (pages.hasMore()) pages.loadMore();
      else break;
      await answerOne();
    }
    backend.verify();
    return { items: before, visited };
  }

  it('follows each link once, shows each item once, and loses none to a failure', async () => {
    await fc.assert(
      fc.asyncProperty(serverPages, async (server) => {
        const { items, visited } = await readAll(server);

        expect({ items: [...items], visited }).toEqual(expected(server));
      }),
      { numRuns: 60 },
    );
  });
});
