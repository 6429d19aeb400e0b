import { HTTP_INTERCEPTORS } from '@angular/common/http';
import {
  type EnvironmentProviders,
  importProvidersFrom,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import { MsalInterceptor, MsalModule } from '@azure/msal-angular';
import type { Settings } from '../settings/settings';
import { completeRedirect } from './complete-redirect';
import type { MsalClient } from './msal-client';
import { guardConfiguration, interceptorConfiguration } from './msal-configuration';
import { provideStartInSteps } from './start-in-steps';
import { TokenCheck } from './token-check.interceptor';

/**
 * Everything about signing in: MSAL with its guard and interceptor, the check behind that interceptor,
 * and the redirect handled before the first route. HttpClient is the app's own to provide; it needs
 * `withInterceptors([tokenPolicy])` in front of `withInterceptorsFromDi()`.
 *
 * @param msal made by `startMsal`, which has it take up the answer of this page load
 * @param inSteps whether the shell is rendered before the router begins: see `provideStartInSteps`
 */
export function provideAuth(
  settings: Settings,
  msal: MsalClient,
  inSteps: boolean,
): EnvironmentProviders {
  return makeEnvironmentProviders([
    importProvidersFrom(
      MsalModule.forRoot(msal, guardConfiguration(settings), interceptorConfiguration(settings)),
    ),
    { provide: HTTP_INTERCEPTORS, useClass: MsalInterceptor, multi: true },
    { provide: HTTP_INTERCEPTORS, useClass: TokenCheck, multi: true },
    inSteps ? provideStartInSteps(msal.response !== '') : provideAppInitializer(completeRedirect),
  ]);
}
