import { HttpErrorResponse, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import fc from 'fast-check';
import { of } from 'rxjs';
import * as v from 'valibot';
import { exampleSettings } from '../settings/example-settings';
import { SETTINGS } from '../settings/settings';
import { type BatchOutcome, type BatchPart, GraphBatch } from './graph-batch';
import { RETRY_DELAY } from './retry-delay';

const schema = v.object({ id: v.string() });
const part = (url: string): BatchPart<{ id: string }> => ({ url, schema });

interface Sent {
  readonly requests: readonly { id: string; method: string; url: string; headers?: object }[];
}
type Answer = (request: Sent['requests'][number]) => object | undefined;

describe('GraphBatch', () => {
  let backend: HttpTestingController;
  let waits: number[];

  beforeEach(() => {
    waits = [];
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: exampleSettings },
        { provide: RETRY_DELAY, useValue: (delay: number) => of(waits.push(delay)) },
        provideHttpClient(),
        provideHttpClientTesting(),
      ],
    });
    backend = TestBed.inject(HttpTestingController);
  });

  function read(parts: Record<string, BatchPart<unknown>>) {
    const result: { outcomes?: Record<string, BatchOutcome<unknown>>; error?: unknown } = {};
    TestBed.inject(GraphBatch)
      .read<Record<string, unknown>>(parts)
      .subscribe({
        next: (outcomes) => (result.outcomes = outcomes),
        error: (error: unknown) => (result.error = error),
      });
    return result;
  }

  /** Answers every batch sent meanwhile, in reverse order as Graph may; returns what was asked. */
  function answer(answerTo: Answer): Sent['requests'][] {
    return backend.match('https://graph.microsoft.com/v1.0/$batch').map((call) => {
      const { requests } = call.request.body as Sent;
      const responses = requests.flatMap((request) => {
        const response = answerTo(request);
        return response ? [{ id: request.id, ...response }] : [];
      });
      call.flush({ responses: responses.reverse() });
      return requests;
    });
  }

  const statusOf = (outcome: BatchOutcome<unknown> | undefined) =>
    outcome && 'error' in outcome && outcome.error instanceof HttpErrorResponse
      ? outcome.error.status
      : undefined;

  it('sends all parts as one request, and tells the responses apart', () => {
    const { manager, reports } = { manager: part('/me/manager'), reports: part('/me/reports') };
    const result = read({ manager, reports: { ...reports, headers: { Prefer: 'x' } } });
    const sent = answer(({ url }) => ({ status: 200, body: { id: url } }));

    expect(sent).toEqual([
      [
        { id: '0', method: 'GET', url: '/me/manager' },
        { id: '1', method: 'GET', url: '/me/reports', headers: { Prefer: 'x' } },
      ],
    ]);
    expect(result.outcomes).toEqual({
      manager: { value: { id: '/me/manager' } },
      reports: { value: { id: '/me/reports' } },
    });
  });

  it('lets a part fail by itself, with what a call of its own would have thrown', () => {
    const result = read({ a: part('/a'), b: part('/b'), c: part('/c') });
    answer(({ url }) => {
      if (url === '/a') return { status: 403, headers: { 'request-id': 'r0' }, body: {} };
      if (url === '/b') return { status: 200, body: { id: 5 } };
      return { status: 200, body: { id: 'c' } };
    });
    const { a, b, c } = result.outcomes ?? {};

    expect(statusOf(a)).toBe(403);
    expect(a && 'error' in a && (a.error as HttpErrorResponse).headers.get('request-id')).toBe(
      'r0',
    );
    expect(b && 'error' in b && b.error).toBeInstanceOf(v.ValiError);
    expect(c).toEqual({ value: { id: 'c' } });
  });

  it('counts a part without a response as one that failed, after it was sent again', () => {
    const result = read({ a: part('/a') });
    for (let round = 0; round < 4; round++) answer(() => undefined);

    expect(statusOf(result.outcomes?.['a'])).toBe(502);
    backend.expectNone(() => true);
  });

  it('sends a throttled part again, alone, after the time Graph asks for', () => {
    const result = read({ a: part('/a'), b: part('/b') });
    answer(({ url }) =>
      url === '/a'
        ? { status: 429, headers: { 'Retry-After': '3' }, body: {} }
        : { status: 200, body: { id: 'b' } },
    );
    const [again] = answer(() => ({ status: 200, body: { id: 'a' } }));

    expect(waits).toEqual([3000]);
    expect(again?.map(({ url }) => url)).toEqual(['/a']);
    expect(result.outcomes).toEqual({ a: { value: { id: 'a' } }, b: { value: { id: 'b' } } });
  });

  it('gives up on a part that would take too long, and keeps the others', () => {
    const result = read({ a: part('/a'), b: part('/b') });
    answer(({ url }) =>
      url === '/a'
        ? { status: 429, headers: { 'Retry-After': '60' }, body: {} }
        : { status: 200, body: { id: 'b' } },
    );

    expect(waits).toEqual([]);
    expect(statusOf(result.outcomes?.['a'])).toBe(429);
    expect(result.outcomes?.['b']).toEqual({ value: { id: 'b' } });
  });

  it('fails when the whole batch does', () => {
    const result = read({ a: part('/a') });
    backend.expectOne(() => true).flush({ error: {} }, { status: 400, statusText: 'Bad Request' });

    expect((result.error as HttpErrorResponse).status).toBe(400);

    const other = read({ a: part('/a') });
    backend.expectOne(() => true).flush({ nothing: true });

    expect(other.error).toBeInstanceOf(v.ValiError);
  });

  it('a property: each part gets its own outcome, whatever the others do, and no batch is too large', () => {
    const statuses = fc.array(fc.constantFrom(200, 200, 200, 403, 404, 429, 503), {
      maxLength: 50,
    });
    fc.assert(
      fc.property(statuses, fc.integer({ min: 1, max: 4 }), (wanted, recoversAfter) => {
        const attempts = new Map<string, number>();
        const names = wanted.map((_, index) => `/p${String(index)}`);
        const result = read(Object.fromEntries(names.map((url) => [url, part(url)])));
        for (let round = 0; round < 6; round++)
          for (const requests of answer(({ url }) => {
            const count = (attempts.get(url) ?? 0) + 1;
            attempts.set(url, count);
            const status = wanted[names.indexOf(url)] ?? 500;
            const isOver = [429, 503].includes(status) && count > recoversAfter;
            return { status: isOver ? 200 : status, body: { id: url } };
          }))
            expect(requests.length).toBeLessThanOrEqual(20);
        names.forEach((name, index) => {
          const status = wanted[index] ?? 0;
          const outcome = result.outcomes?.[name];
          const recovers = [429, 503].includes(status) && recoversAfter < 4;
          if (status === 200 || recovers) expect(outcome).toEqual({ value: { id: name } });
          else expect(statusOf(outcome)).toBe(status);
          expect(attempts.get(name) ?? 0).toBeLessThanOrEqual(4);
        });
        backend.verify();
      }),
      { numRuns: 100, seed: 20260101 },
    );
  });
});
