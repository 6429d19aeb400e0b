import { HttpErrorResponse, type HttpInterceptorFn, type HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { retry, throwError } from 'rxjs';
import { SETTINGS } from '../settings/settings';
import { isTimeout } from './is-timeout';
import { isApiCall } from '../settings/is-api-call';
import {
  isTransientStatus,
  MAX_RETRIES,
  MAX_TOTAL_DELAY_MS,
  RETRY_DELAY,
  retryAfterMs,
  retryDelay,
} from './retry-delay';

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
      : isTransientStatus(error.status);
  }
  return [429, 503].includes(error.status) && retryAfterMs(error) !== undefined;
}
