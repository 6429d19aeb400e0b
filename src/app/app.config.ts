import { provideHttpClient, withInterceptors, withInterceptorsFromDi } from '@angular/common/http';
import {
  type ApplicationConfig,
  ErrorHandler,
  type EnvironmentProviders,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  provideRouter,
  withDisabledInitialNavigation,
  withNavigationErrorHandler,
  withPreloading,
} from '@angular/router';
import { routes } from './app.routes';
import { provideAuth } from './auth/provide-auth';
import { withStagedBootstrap } from './auth/start/staged-bootstrap';
import type { StartedMsal } from './auth/start/start-msal';
import { authInterceptor } from './auth/tokens/auth.interceptor';
import { apiRetry } from './graph/api-retry.interceptor';
import { apiTimeout } from './graph/api-timeout.interceptor';
import { handleChunkLoadError } from './page-load-failed/handle-chunk-load-error';
import { SETTINGS } from './settings/settings';
import { IdlePreloading } from './shell/idle-preloading';
import { RedactingErrorHandler } from './telemetry/redacting-error-handler';
import { provideHeadingFocus } from './ui/heading-focus';

/**
 * The app's providers for one deployment.
 *
 * @param features of `provideAuth`, as `loadFeatures` returns them
 * @param staged whether the shell is rendered before the router starts: see `withStagedBootstrap`
 */
export const appConfig = (
  { settings, msal }: StartedMsal,
  features: EnvironmentProviders[],
  staged: boolean,
): ApplicationConfig => ({
  providers: [
    { provide: SETTINGS, useValue: settings },
    provideBrowserGlobalErrorListeners(),
    { provide: ErrorHandler, useClass: RedactingErrorHandler },
    provideRouter(
      routes,
      withNavigationErrorHandler(handleChunkLoadError),
      withPreloading(IdlePreloading),
      ...(staged ? [withDisabledInitialNavigation()] : []),
    ),
    provideAuth(
      settings,
      msal,
      ...features,
      ...(staged ? [withStagedBootstrap(msal.response !== '')] : []),
    ),
    // Outermost first: a retry takes a fresh token, and MsalInterceptor runs last.
    provideHttpClient(
      withInterceptors([apiTimeout, apiRetry, authInterceptor]),
      withInterceptorsFromDi(),
    ),
    provideHeadingFocus(),
  ],
});
