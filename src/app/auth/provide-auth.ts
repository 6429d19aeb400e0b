import { HTTP_INTERCEPTORS } from '@angular/common/http';
import {
  type EnvironmentProviders,
  importProvidersFrom,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import { MsalGuard, MsalInterceptor, MsalModule } from '@azure/msal-angular';
import type { Settings } from '../settings/settings';
import type { MsalClient } from './msal/msal-client';
import { guardConfiguration, interceptorConfiguration } from './msal/msal-configuration';
import { OwnFragmentGuard } from './msal/own-fragment.guard';
import { initializeSession } from './start/staged-bootstrap';
import { RequireTokenInterceptor } from './tokens/require-token.interceptor';

/**
 * Provides MSAL with its guard and interceptor, and handles the redirect before the first route. The app provides
 * HttpClient with `withInterceptors([authInterceptor])` before `withInterceptorsFromDi()`.
 * @param msal from `startMsal`
 * @param features `withPopup()`, `withIdleTimeout()`, `withSilentSignIn()`, `withStagedBootstrap()`
 */
export function provideAuth(
  settings: Settings,
  msal: MsalClient,
  ...features: EnvironmentProviders[]
): EnvironmentProviders {
  return makeEnvironmentProviders([
    importProvidersFrom(
      MsalModule.forRoot(msal, guardConfiguration(settings), interceptorConfiguration(settings)),
    ),
    { provide: MsalGuard, useClass: OwnFragmentGuard },
    { provide: HTTP_INTERCEPTORS, useClass: MsalInterceptor, multi: true },
    { provide: HTTP_INTERCEPTORS, useClass: RequireTokenInterceptor, multi: true },
    provideAppInitializer(initializeSession),
    ...features,
  ]);
}
