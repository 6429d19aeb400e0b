import {
  HttpBackend,
  HttpContextToken,
  HttpErrorResponse,
  type HttpEvent,
  type HttpHandlerFn,
  type HttpInterceptorFn,
  type HttpRequest,
} from '@angular/common/http';
import { inject } from '@angular/core';
import { MSAL_INTERCEPTOR_CONFIG, MsalService } from '@azure/msal-angular';
import { catchError, map, type Observable, switchMap, tap, throwError, throwIfEmpty } from 'rxjs';
import { AuthEvents } from '../session/auth-events';
import { parseClaimsChallenge } from '../protocol/claims-challenge';
import { isProtectedOrigin, scopesFor } from '../msal/protected-resources';
import { TokenError } from '../errors/token-error';
import { TokenProvider, type TokenOptions } from './token-provider';

declare const ngDevMode: unknown;

/** Set on a call that must never redirect: a badge, a poll, a save. */
export const SILENT_ONLY = new HttpContextToken(() => false);

/** Set on a call to send without a token. */
export const ANONYMOUS = new HttpContextToken(() => false);

/**
 * Acquires the token of a call to a protected resource before MsalInterceptor attaches it, and a new one when the API
 * refuses it. Errors are HttpErrorResponse or TokenError. A retry by `apiRetry` is for the same account.
 */
export const authInterceptor: HttpInterceptorFn = (request, next) => {
  const resources = inject(MSAL_INTERCEPTOR_CONFIG).protectedResourceMap;
  if (!isProtectedOrigin(request, resources)) return next(request);
  if (request.context.get(ANONYMOUS)) return inject(HttpBackend).handle(request);
  const scopes = scopesFor(request, resources);
  if (!scopes) return throwError(() => notProtected(request));
  const tokens = inject(TokenProvider);
  const events = inject(AuthEvents);
  const account = inject(MsalService).instance.getActiveAccount();
  const token = (options: Partial<TokenOptions>) =>
    tokens.acquire({ account, scopes, silentOnly: request.context.get(SILENT_ONLY), ...options });
  const send = (options: Partial<TokenOptions>) =>
    token(options).pipe(switchMap(() => withToken(request, next)));
  return send({}).pipe(
    catchError((error: unknown) => {
      const retryOptions = retryOptionsFor(error);
      if (!retryOptions) throw error;
      if (!retryOptions.claims || /^(GET|HEAD)$/.test(request.method)) return send(retryOptions);
      return token(retryOptions).pipe(
        map(() => {
          throw new TokenError('retry_required', error);
        }),
      );
    }),
    tap({
      error: (error: unknown) => {
        events.tokenFailed(error);
      },
    }),
  );
};

/** Such a call is not sent: without a token it would end in a 401 that hides the reason. */
function notProtected({ method, url }: HttpRequest<unknown>): TokenError {
  if (typeof ngDevMode === 'undefined' || ngDevMode) {
    // eslint-disable-next-line no-console -- for the developer who forgot the row; not in a production build
    console.warn(
      `${method} ${new URL(url).pathname} was not sent: no row of protected resources matches it. Add one to the route by provideProtectedResources().`,
    );
  }
  return new TokenError('not_protected');
}

/** MsalInterceptor completes without a value when it gets no token, which would look like success. */
function withToken(
  request: HttpRequest<unknown>,
  next: HttpHandlerFn,
): Observable<HttpEvent<unknown>> {
  return next(request).pipe(throwIfEmpty(() => new TokenError('interaction_required')));
}

/**
 * Returns the options of the token to retry with, or undefined. A 401 means that the API has not acted, so any call may
 * be retried, once. Conditional Access may send claims in a 403 as well; after them only a read is retried.
 * @see https://learn.microsoft.com/graph/errors
 */
function retryOptionsFor(
  error: unknown,
): Pick<TokenOptions, 'claims' | 'forceRefresh'> | undefined {
  if (!(error instanceof HttpErrorResponse)) return undefined;
  if (error.status !== 401 && error.status !== 403) return undefined;
  const claims = parseClaimsChallenge(error.headers.get('WWW-Authenticate'));
  if (claims) return { claims };
  return error.status === 401 ? { forceRefresh: true } : undefined;
}
