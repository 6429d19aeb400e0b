import { HttpErrorResponse, type HttpInterceptorFn, type HttpRequest } from '@angular/common/http';
import { inject, InjectionToken } from '@angular/core';
import { type Observable, retry, throwError, timer } from 'rxjs';
import { SETTINGS } from '../settings/settings';
import { isTimeout } from './is-timeout';
import { isApiCall } from '../settings/is-api-call';
import { retryAfter } from './retry-after';

const MAX_RETRIES = 3;

/** Limits how long a person waits for all retries of a call. */
const MAX_TOTAL_DELAY_MS = 10_000;

/** The first delay without Retry-After, before jitter; doubled for each further one. */
const BASE_DELAY_MS = 500;

/** Waits for a number of milliseconds; specs replace it. */
export const RETRY_DELAY = new InjectionToken<(milliseconds: number) => Observable<unknown>>(
  'RETRY_DELAY',
  { factory: () => (milliseconds) => timer(milliseconds) },
);

/**
 * Retries a call to an API after a transient error:
 *
 * - A GET or HEAD after 429, 500, 502, 503, 504, or a network error while the browser is online.
 * - Any other only after a 429 or 503 with Retry-After, when the API has refused it before acting. After another error
 *   it may have acted: a mail would be sent twice.
 * - None after a timeout.
 *
 * Waits for Retry-After, or longer with exponential backoff and jitter; fails when all delays would exceed 10 seconds.
 * Runs before the token is attached, so that each retry gets a fresh one.
 * @see https://learn.microsoft.com/graph/throttling
 * @see https://learn.microsoft.com/graph/errors
 */
export const apiRetry: HttpInterceptorFn = (request, next) => {
  if (!isApiCall(request, inject(SETTINGS))) return next(request);
  const wait = inject(RETRY_DELAY);
  let totalDelay = 0;
  return next(request).pipe(
    retry({
      count: MAX_RETRIES,
      delay: (error: unknown, retryCount) => {
        const delay = mayRetry(request, error) ? retryDelay(retryCount, error) : Infinity;
        totalDelay += delay;
        return totalDelay > MAX_TOTAL_DELAY_MS ? throwError(() => error) : wait(delay);
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

/** @param retryCount 1 for the first retry */
function retryDelay(retryCount: number, error: HttpErrorResponse): number {
  const backOff = BASE_DELAY_MS * 2 ** (retryCount - 1) * (0.5 + Math.random() / 2);
  return Math.max(retryAfterMs(error) ?? 0, Math.round(backOff));
}

function retryAfterMs(error: HttpErrorResponse): number | undefined {
  return retryAfter(error.headers.get('Retry-After'));
}
