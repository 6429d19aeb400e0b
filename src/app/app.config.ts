import { provideHttpClient, withInterceptors, withInterceptorsFromDi } from '@angular/common/http';
import { type ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import {
  provideRouter,
  withDisabledInitialNavigation,
  withNavigationErrorHandler,
} from '@angular/router';
import { routes } from './app.routes';
import type { StartedMsal } from './auth/start-msal';
import { provideAuth } from './auth/provide-auth';
import { tokenPolicy } from './auth/token-policy.interceptor';
import { graphRetry } from './graph/graph-retry.interceptor';
import { graphTimeout } from './graph/graph-timeout.interceptor';
import { leadToMissingPage } from './missing-page/lead-to-missing-page';
import { SETTINGS } from './settings/settings';
import { provideHeadingFocus } from './ui/heading-focus';

/**
 * The app's providers for one deployment.
 *
 * @param inSteps whether the shell is rendered before the router begins: see `provideStartInSteps`
 */
export const appConfig = (
  { settings, msal }: StartedMsal,
  inSteps: boolean,
): ApplicationConfig => ({
  providers: [
    { provide: SETTINGS, useValue: settings },
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      // A lazy page whose chunk is gone: e2e/faults/missing-part.spec.ts.
      withNavigationErrorHandler(leadToMissingPage),
      ...(inSteps ? [withDisabledInitialNavigation()] : []),
    ),
    provideAuth(settings, msal, inSteps),
    // Outermost first: what is repeated takes a fresh token, and MsalInterceptor comes last.
    provideHttpClient(
      withInterceptors([graphTimeout, graphRetry, tokenPolicy]),
      withInterceptorsFromDi(),
    ),
    provideHeadingFocus(),
  ],
});
