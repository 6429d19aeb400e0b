import type { HttpErrorResponse } from '@angular/common/http';
import { InjectionToken } from '@angular/core';
import { type Observable, timer } from 'rxjs';
import { retryAfter } from './retry-after';

export const MAX_RETRIES = 3;

/** Limits how long a person waits for all retries of a call. */
export const MAX_TOTAL_DELAY_MS = 10_000;

/** The first delay without Retry-After, before jitter; doubled for each further one. */
const BASE_DELAY_MS = 500;

/** Waits for a number of milliseconds; specs replace it. */
export const RETRY_DELAY = new InjectionToken<(milliseconds: number) => Observable<unknown>>(
  'RETRY_DELAY',
  { factory: () => (milliseconds) => timer(milliseconds) },
);

/** Whether a read may be retried after a response with this status. @see https://learn.microsoft.com/graph/errors */
export function isTransientStatus(status: number): boolean {
  return [429, 500, 502, 503, 504].includes(status);
}

/**
 * Returns the milliseconds to wait: Retry-After, or longer with exponential backoff and jitter.
 * @param retryCount 1 for the first retry
 * @see https://learn.microsoft.com/graph/throttling
 */
export function retryDelay(retryCount: number, error: HttpErrorResponse): number {
  const backOff = BASE_DELAY_MS * 2 ** (retryCount - 1) * (0.5 + Math.random() / 2);
  return Math.max(retryAfterMs(error) ?? 0, Math.round(backOff));
}

export function retryAfterMs(error: HttpErrorResponse): number | undefined {
  return retryAfter(error.headers.get('Retry-After'));
}
