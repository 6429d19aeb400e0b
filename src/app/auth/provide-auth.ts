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
import { createMsal } from './create-msal';
import { guardConfiguration, interceptorConfiguration } from './msal-configuration';
import { reloadRestoredPages } from './restored-pages';
import { TokenCheck } from './token-check.interceptor';

/**
 * Everything about signing in: MSAL with its guard and interceptor, the check behind that interceptor,
 * and the redirect handled before the first route. HttpClient is the app's own to provide; it needs
 * `withInterceptors([tokenPolicy])` in front of `withInterceptorsFromDi()`.
 *
 * @throws UnsuitableBrowserError when MSAL cannot work in this browser
 */
export function provideAuth(settings: Settings): EnvironmentProviders {
  return makeEnvironmentProviders([
    importProvidersFrom(
      MsalModule.forRoot(
        createMsal(settings),
        guardConfiguration(settings),
        interceptorConfiguration(settings),
      ),
    ),
    { provide: HTTP_INTERCEPTORS, useClass: MsalInterceptor, multi: true },
    { provide: HTTP_INTERCEPTORS, useClass: TokenCheck, multi: true },
    provideAppInitializer(completeRedirect),
    provideAppInitializer(reloadRestoredPages),
  ]);
}
