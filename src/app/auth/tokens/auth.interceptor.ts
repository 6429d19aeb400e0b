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
import { claimsOf } from '../protocol/claims-challenge';
import { isProtectedOrigin, scopesFor } from '../msal/protected-resources';
import { TokenError } from '../errors/token-error';
import { TokenProvider, type TokenOptions } from './token-provider';

declare const ngDevMode: unknown;

/** Set on a call that must never make the browser leave the page: a badge, a poll, a save. */
export const SILENT_ONLY = new HttpContextToken(() => false);

/** Set on a call that must go out without a token. */
export const ANONYMOUS = new HttpContextToken(() => false);

/**
 * What happens to a call to Graph, or to another API in `protected-resources.ts`, before MsalInterceptor
 * attaches the token, and when the API refuses it.
 * Calls to other addresses pass untouched. Errors are HttpErrorResponse or TokenError. A call is its
 * account's from here on, however often it is repeated: `apiRetry` subscribes to the same one anew.
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
      const remedy = retryOptionsFor(error);
      if (!remedy) throw error;
      if (!remedy.claims || /^(GET|HEAD)$/.test(request.method)) return send(remedy);
      return token(remedy).pipe(
        map(() => {
          throw new TokenError('repeat_needed', error);
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

/** A call without a row is not sent: it would come back as a 401 that nobody understands. */
function notProtected({ method, url }: HttpRequest<unknown>): TokenError {
  if (typeof ngDevMode === 'undefined' || ngDevMode) {
    // eslint-disable-next-line no-console -- for the developer who forgot the row; not in a production build
    console.warn(
      `${method} ${new URL(url).pathname} was not sent: no row of protected resources matches it. Add one to the route by provideProtectedResources().`,
    );
  }
  return new TokenError('not_protected');
}

/** MsalInterceptor completes without a value when it cannot get the token, which must not pass for an answer. */
function withToken(
  request: HttpRequest<unknown>,
  next: HttpHandlerFn,
): Observable<HttpEvent<unknown>> {
  return next(request).pipe(throwIfEmpty(() => new TokenError('interaction_required')));
}

/**
 * How to get a token that the API takes after it refused one, or undefined when that is not the matter.
 * A 401 means that it has not acted, so any call may be sent again; it is, once. Conditional Access
 * may ask for claims in a 403 as well. Claims mean that something has come up about this very call, so
 * what changes anything is not repeated before the person has said so again.
 * @see https://learn.microsoft.com/graph/errors
 */
function retryOptionsFor(
  error: unknown,
): Pick<TokenOptions, 'claims' | 'forceRefresh'> | undefined {
  if (!(error instanceof HttpErrorResponse)) return undefined;
  if (error.status !== 401 && error.status !== 403) return undefined;
  const claims = claimsOf(error.headers.get('WWW-Authenticate'));
  if (claims) return { claims };
  return error.status === 401 ? { forceRefresh: true } : undefined;
}
