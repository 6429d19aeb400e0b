import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { SETTINGS } from '../settings/settings';
import { isApiCall } from '../settings/is-api-call';

const API_TIMEOUT_MS = 15_000;

/**
 * Sets a timeout for every API call without one of its own. HttpClient starts it when the call is sent: waiting for a
 * token does not count.
 */
export const apiTimeout: HttpInterceptorFn = (request, next) =>
  next(
    request.timeout === undefined && isApiCall(request, inject(SETTINGS))
      ? request.clone({ timeout: API_TIMEOUT_MS })
      : request,
  );
