import { provideHttpClient, withInterceptors, withInterceptorsFromDi } from '@angular/common/http';
import { type ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideRouter } from '@angular/router';
import { routes } from './app.routes';
import type { Beginning } from './auth/begin';
import { provideAuth } from './auth/provide-auth';
import { tokenPolicy } from './auth/token-policy.interceptor';
import { graphRepeat } from './graph/graph-repeat.interceptor';
import { graphTimeLimit } from './graph/graph-time-limit.interceptor';
import { SETTINGS } from './settings/settings';
import { provideHeadingFocus } from './ui/heading-focus';

/** The app's providers for one deployment. */
export const appConfig = ({ settings, msal }: Beginning): ApplicationConfig => ({
  providers: [
    { provide: SETTINGS, useValue: settings },
    provideBrowserGlobalErrorListeners(),
    provideRouter(routes),
    provideAuth(settings, msal),
    // Outermost first: what is repeated takes a fresh token, and MsalInterceptor comes last.
    provideHttpClient(
      withInterceptors([graphTimeLimit, graphRepeat, tokenPolicy]),
      withInterceptorsFromDi(),
    ),
    provideHeadingFocus(),
  ],
});
