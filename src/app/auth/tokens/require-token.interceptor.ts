import type { HttpHandler, HttpInterceptor, HttpRequest } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { MSAL_INTERCEPTOR_CONFIG } from '@azure/msal-angular';
import { throwError } from 'rxjs';
import { isProtectedOrigin } from '../msal/protected-resources';
import { TokenError } from '../errors/token-error';

/** Runs after MsalInterceptor and fails a call to a protected origin that has no token: no row has its address. */
@Service({ autoProvided: false })
export class RequireTokenInterceptor implements HttpInterceptor {
  private readonly resourceMap = inject(MSAL_INTERCEPTOR_CONFIG).protectedResourceMap;

  intercept(request: HttpRequest<unknown>, next: HttpHandler): ReturnType<HttpHandler['handle']> {
    return isProtectedOrigin(request, this.resourceMap) && !request.headers.has('Authorization')
      ? throwError(() => new TokenError('not_protected'))
      : next.handle(request);
  }
}
