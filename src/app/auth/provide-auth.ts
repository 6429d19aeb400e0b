import { HTTP_INTERCEPTORS, provideHttpClient, withInterceptorsFromDi } from '@angular/common/http';
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

/**
 * Everything about signing in: MSAL, its guard and interceptor, HttpClient with that interceptor, and
 * the redirect handled before the first route.
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
    provideHttpClient(withInterceptorsFromDi()),
    provideAppInitializer(completeRedirect),
  ]);
}
