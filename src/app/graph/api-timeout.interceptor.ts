import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { SETTINGS } from '../settings/settings';
import { isApiCall } from '../settings/is-api-call';

/** How long an API may take to answer one call. */
const API_TIMEOUT_MS = 15_000;

/**
 * Gives every call to Graph or another API of ours a time limit, unless it has one of its own. The limit is HttpClient's: it begins
 * when the call is sent, so that time for a token does not count, and the error is a TimeoutError.
 */
export const apiTimeout: HttpInterceptorFn = (request, next) =>
  next(
    request.timeout === undefined && isApiCall(request, inject(SETTINGS))
      ? request.clone({ timeout: API_TIMEOUT_MS })
      : request,
  );
