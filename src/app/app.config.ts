import { provideHttpClient, withInterceptors, withInterceptorsFromDi } from '@angular/common/http';
import { type ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import {
  provideRouter,
  withDisabledInitialNavigation,
  withNavigationErrorHandler,
} from '@angular/router';
import { routes } from './app.routes';
import type { Beginning } from './auth/begin';
import { provideAuth } from './auth/provide-auth';
import { tokenPolicy } from './auth/token-policy.interceptor';
import { graphRepeat } from './graph/graph-repeat.interceptor';
import { graphTimeLimit } from './graph/graph-time-limit.interceptor';
import { leadToMissingPage } from './missing-page/lead-to-missing-page';
import { SETTINGS } from './settings/settings';
import { provideHeadingFocus } from './ui/heading-focus';

/**
 * The app's providers for one deployment.
 *
 * @param inSteps whether the shell is rendered before the router begins: see `provideStartInSteps`
 */
export const appConfig = ({ settings, msal }: Beginning, inSteps: boolean): ApplicationConfig => ({
  providers: [
    { provide: SETTINGS, useValue: settings },
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      // A lazy page whose chunk is gone: F26.
      withNavigationErrorHandler(leadToMissingPage),
      ...(inSteps ? [withDisabledInitialNavigation()] : []),
    ),
    provideAuth(settings, msal, inSteps),
    // Outermost first: what is repeated takes a fresh token, and MsalInterceptor comes last.
    provideHttpClient(
      withInterceptors([graphTimeLimit, graphRepeat, tokenPolicy]),
      withInterceptorsFromDi(),
    ),
    provideHeadingFocus(),
  ],
});
