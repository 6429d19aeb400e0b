import type { ApplicationConfig } from '@angular/core';
import {
  provideClientHydration,
  withI18nSupport,
  withNoHttpTransferCache,
  withNoIncrementalHydration,
} from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { provideServerRendering, RenderMode, withRoutes } from '@angular/ssr';
import { routes } from './app.routes';
import { prerenderSession } from './auth/session/prerender-session';
import { Session } from './auth/session/session';
import { SessionExpiry } from './auth/session/session-expiry';
import { exampleSettings } from './settings/example-settings';
import { SETTINGS } from './settings/settings';

/**
 * The providers with which the build renders the landing page, once for all deployments: it is what
 * somebody sees who is not signed in. Every other page needs to know who is asking.
 */
export const serverConfig: ApplicationConfig = {
  providers: [
    provideServerRendering(
      withRoutes([
        { path: '', renderMode: RenderMode.Prerender },
        { path: '**', renderMode: RenderMode.Client },
      ]),
    ),
    provideClientHydration(
      withI18nSupport(),
      withNoIncrementalHydration(),
      withNoHttpTransferCache(),
    ),
    provideRouter(routes),
    { provide: SETTINGS, useValue: exampleSettings },
    { provide: Session, useValue: prerenderSession },
    { provide: SessionExpiry, useValue: { state: () => undefined } },
  ],
};
