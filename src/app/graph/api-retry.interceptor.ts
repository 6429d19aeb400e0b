import { HttpErrorResponse, type HttpInterceptorFn, type HttpRequest } from '@angular/common/http';
import { inject, InjectionToken } from '@angular/core';
import { type Observable, retry, throwError, timer } from 'rxjs';
import { SETTINGS } from '../settings/settings';
import { isTimeout } from './is-timeout';
import { isApiCall } from '../settings/is-api-call';
import { retryAfter } from './retry-after';

const MAX_RETRIES = 3;

/** How long a person waits for the repeats of one call, all pauses together. */
const MAX_TOTAL_DELAY_MS = 10_000;

/** The first pause without Retry-After, before jitter; each further one is twice as long. */
const BASE_DELAY_MS = 500;

/** Waits for a number of milliseconds. A token, so that specs need not wait. */
export const RETRY_PAUSE = new InjectionToken<(milliseconds: number) => Observable<unknown>>(
  'RETRY_PAUSE',
  { factory: () => (milliseconds) => timer(milliseconds) },
);

/**
 * Retries a call to Graph or another API of ours that failed for a passing reason:
 *
 * - A read (GET, HEAD) after 429, 500, 502, 503, 504, and after a network that broke while the browser
 *   is online: it changes nothing, so a second one does no harm.
 * - Anything else only after a 429 or 503 with Retry-After: there the API has refused the call before acting
 *   on it. After any other failure it may have acted, and a mail would be sent twice.
 * - Nothing after the time limit: the person has waited for 15 seconds already.
 *
 * The pause is what Retry-After says, "the fastest way to recover from throttling"; without it, or when
 * it is shorter, one that doubles, with jitter, because immediate repeats count against the same limit.
 * Where the pauses would take more than 10 seconds the call fails instead, and `graphFailure` tells the
 * person how long to wait. Leaving the page ends the pause with it: the call is unsubscribed from.
 *
 * Runs before the token is attached, so that each retry takes a fresh one.
 * @see https://learn.microsoft.com/graph/throttling
 * @see https://learn.microsoft.com/graph/errors
 */
export const apiRetry: HttpInterceptorFn = (request, next) => {
  if (!isApiCall(request, inject(SETTINGS))) return next(request);
  const pause = inject(RETRY_PAUSE);
  let totalDelay = 0;
  return next(request).pipe(
    retry({
      count: MAX_RETRIES,
      delay: (error: unknown, repeat) => {
        const wait = mayRetry(request, error) ? pauseBefore(repeat, error) : Infinity;
        totalDelay += wait;
        return totalDelay > MAX_TOTAL_DELAY_MS ? throwError(() => error) : pause(wait);
      },
    }),
  );
};

function mayRetry(request: HttpRequest<unknown>, error: unknown): error is HttpErrorResponse {
  if (!(error instanceof HttpErrorResponse)) return false;
  if (request.method === 'GET' || request.method === 'HEAD') {
    return error.status === 0
      ? navigator.onLine && !isTimeout(error)
      : [429, 500, 502, 503, 504].includes(error.status);
  }
  return [429, 503].includes(error.status) && retryAfterMs(error) !== undefined;
}

/** Milliseconds before the first, second or third repeat. */
function pauseBefore(repeat: number, error: HttpErrorResponse): number {
  const backOff = BASE_DELAY_MS * 2 ** (repeat - 1) * (0.5 + Math.random() / 2);
  return Math.max(retryAfterMs(error) ?? 0, Math.round(backOff));
}

function retryAfterMs(error: HttpErrorResponse): number | undefined {
  return retryAfter(error.headers.get('Retry-After'));
}
