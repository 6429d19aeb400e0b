import type { HttpHandler, HttpInterceptor, HttpRequest } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { throwError } from 'rxjs';
import { isGraphCall } from '../settings/is-graph-call';
import { SETTINGS } from '../settings/settings';
import { TokenError } from './token-error';

/**
 * Stands behind MsalInterceptor and stops a Graph call that left it without a token: its address is in
 * no row of `protected-resources.ts`. Sent all the same, it would come back as a 401 nobody understands.
 */
@Service({ autoProvided: false })
export class TokenCheck implements HttpInterceptor {
  private readonly settings = inject(SETTINGS);

  intercept(request: HttpRequest<unknown>, next: HttpHandler): ReturnType<HttpHandler['handle']> {
    return isGraphCall(request, this.settings) && !request.headers.has('Authorization')
      ? throwError(() => new TokenError('not_protected'))
      : next.handle(request);
  }
}
