import {
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
} from '@angular/core';
import { MSAL_INTERCEPTOR_CONFIG } from '@azure/msal-angular';
import { SETTINGS } from '../../settings/settings';
import { addResource, type ApiResource } from '../msal/protected-resources';

/**
 * Declares the scopes of a route's calls: `providers: [provideProtectedResources({ paths: ['/v1.0/me/messages'],
 * scopes: ['Mail.Read'] })]`. The first call requests consent, after an explanation.
 */
export function provideProtectedResources(...resources: ApiResource[]): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideEnvironmentInitializer(() => {
      addProtectedResources(...resources);
    }),
  ]);
}

/** The same for calls of a part that is loaded later than its route. Needs an injection context. */
export function addProtectedResources(...resources: ApiResource[]): void {
  const { protectedResourceMap } = inject(MSAL_INTERCEPTOR_CONFIG);
  const settings = inject(SETTINGS);
  for (const resource of resources) addResource(protectedResourceMap, settings, resource);
}
