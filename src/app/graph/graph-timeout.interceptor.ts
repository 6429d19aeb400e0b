import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { SETTINGS } from '../settings/settings';
import { isGraphCall } from '../settings/is-graph-call';

/** How long Graph may take to answer one call. */
const GRAPH_TIMEOUT_MS = 15_000;

/**
 * Gives every Graph call a time limit, unless it has one of its own. The limit is HttpClient's: it begins
 * when the call is sent, so that time for a token does not count, and the error is a TimeoutError.
 */
export const graphTimeout: HttpInterceptorFn = (request, next) =>
  next(
    request.timeout === undefined && isGraphCall(request, inject(SETTINGS))
      ? request.clone({ timeout: GRAPH_TIMEOUT_MS })
      : request,
  );
