import { HttpClient, HttpContext, HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { forkJoin, map, type Observable, of, switchMap } from 'rxjs';
import * as v from 'valibot';
import { SETTINGS } from '../settings/settings';
import {
  isTransientStatus,
  MAX_RETRIES,
  MAX_TOTAL_DELAY_MS,
  RETRY_DELAY,
  retryDelay,
} from './retry-delay';

/** How many requests Graph takes in one batch. */
const MAX_PARTS = 20;

/** One GET of a batch. */
export interface BatchPart<T> {
  /** Below the version, with its query: `/me/manager?$select=id`. */
  readonly url: string;
  readonly schema: v.GenericSchema<unknown, T>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What became of a part: its value, or HttpErrorResponse, or ValiError for a response that is not as expected. */
export type BatchOutcome<T> = { readonly value: T } | { readonly error: Error | HttpErrorResponse };

export type BatchParts<T> = { readonly [Name in keyof T]: BatchPart<T[Name]> };
export type BatchOutcomes<T> = { readonly [Name in keyof T]: BatchOutcome<T[Name]> };

type Parts = readonly (readonly [name: string, part: BatchPart<unknown>])[];
/** Of two with one name, the later counts. */
type Outcomes = readonly (readonly [name: string, outcome: BatchOutcome<unknown>])[];

const Responses = v.object({
  responses: v.array(
    v.object({
      id: v.string(),
      status: v.number(),
      headers: v.nullish(v.record(v.string(), v.string()), {}),
      body: v.unknown(),
    }),
  ),
});

/**
 * Sends several reads to Graph as one request. Its token needs the scopes of all parts: declare them for `/v1.0/$batch`
 * with `methods: ['POST']`.
 * @see https://learn.microsoft.com/graph/json-batching
 */
@Service()
export class GraphBatch {
  private readonly http = inject(HttpClient);
  private readonly wait = inject(RETRY_DELAY);
  private readonly url = `${inject(SETTINGS).graphBaseUrl}/v1.0`;

  /**
   * Emits once, when all parts have an outcome; a part that fails leaves the others. More than 20 parts go in several
   * batches at a time. A part that Graph throttles is sent again. Fails when a whole batch does: HttpErrorResponse, TokenError, or ValiError.
   */
  read<T extends object>(
    parts: BatchParts<T>,
    context = new HttpContext(),
  ): Observable<BatchOutcomes<T>> {
    const entries = Object.entries<BatchPart<unknown>>(parts);
    const batches: Observable<Outcomes>[] = [];
    for (let start = 0; start < entries.length; start += MAX_PARTS)
      batches.push(this.attempt(entries.slice(start, start + MAX_PARTS), context));
    return (batches.length > 0 ? forkJoin(batches) : of([])).pipe(
      map((outcomes) => Object.fromEntries(outcomes.flat()) as BatchOutcomes<T>),
    );
  }

  /** Graph throttles each part by itself: those are sent again, and only those. */
  private attempt(
    parts: Parts,
    context: HttpContext,
    attempts = 1,
    waited = 0,
  ): Observable<Outcomes> {
    return this.send(parts, context).pipe(
      switchMap((outcomes) => {
        const delays = new Map<string, number>();
        for (const [name, outcome] of outcomes)
          if ('error' in outcome && isTransient(outcome.error))
            delays.set(name, retryDelay(attempts, outcome.error));
        const delay = Math.max(...delays.values());
        if (delays.size === 0 || attempts > MAX_RETRIES || waited + delay > MAX_TOTAL_DELAY_MS)
          return of(outcomes);
        const failed = parts.filter(([name]) => delays.has(name));
        return this.wait(delay).pipe(
          switchMap(() => this.attempt(failed, context, attempts + 1, waited + delay)),
          map((later) => [...outcomes, ...later]),
        );
      }),
    );
  }

  private send(parts: Parts, context: HttpContext): Observable<Outcomes> {
    const requests = parts.map(([, { url, headers }], index) => ({
      id: String(index),
      method: 'GET',
      url,
      ...(headers && { headers }),
    }));
    return this.http.post(`${this.url}/$batch`, { requests }, { context }).pipe(
      map((body) => {
        // In any order, says Graph.
        const responses = new Map(
          v.parse(Responses, body).responses.map((response) => [response.id, response]),
        );
        return parts.map(
          ([name, part], index) =>
            [name, this.outcome(part, responses.get(String(index)))] as const,
        );
      }),
    );
  }

  private outcome(
    { url, schema }: BatchPart<unknown>,
    response: v.InferOutput<typeof Responses>['responses'][number] | undefined,
  ): BatchOutcome<unknown> {
    if (response && response.status >= 200 && response.status < 300) {
      const parsed = v.safeParse(schema, response.body);
      return parsed.success ? { value: parsed.output } : { error: new v.ValiError(parsed.issues) };
    }
    return {
      error: new HttpErrorResponse({
        url: this.url + url,
        // A part without a response counts as one that Graph could not answer.
        status: response?.status ?? 502,
        headers: new HttpHeaders(response?.headers ?? {}),
        error: response?.body,
      }),
    };
  }
}

function isTransient(error: Error | HttpErrorResponse): error is HttpErrorResponse {
  return error instanceof HttpErrorResponse && isTransientStatus(error.status);
}
