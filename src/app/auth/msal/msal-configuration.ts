import type { MsalGuardConfiguration, MsalInterceptorConfiguration } from '@azure/msal-angular';
import { type Configuration, InteractionType } from '@azure/msal-browser';
import type { Settings } from '../../settings/settings';
import { loggerOptions } from './logger-options';
import { OnlineNavigationClient } from './online-navigation-client';
import { protectedResources } from './protected-resources';
import { TimeoutNetworkClient } from './timeout-network-client';

/** Where the router goes when the guard cannot start a sign-in; unguarded, and calls no API. */
export const SIGN_IN_FAILED_ROUTE = '/sign-in-failed';

/** MSAL's own configuration. @see https://learn.microsoft.com/entra/msal/javascript/browser/configuration */
export function msalConfiguration(settings: Settings): Configuration {
  return {
    auth: {
      clientId: settings.clientId,
      authority: settings.authority,
      knownAuthorities: [...settings.knownAuthorities],
      ...(settings.authorityMetadata && { authorityMetadata: settings.authorityMetadata }),
      redirectUri: settings.redirectUri,
      postLogoutRedirectUri: settings.postLogoutRedirectUri,
      // Claims challenges are met (tokens/auth.interceptor.ts), and so Graph may send them.
      clientCapabilities: ['CP1'],
    },
    cache: { cacheLocation: settings.cacheLocation },
    system: {
      loggerOptions: loggerOptions(),
      navigationClient: new OnlineNavigationClient(),
      networkClient: new TimeoutNetworkClient(),
      // A minute, MSAL's own, is short for a person who has to find a second factor.
      popupBridgeTimeout: 10 * 60_000,
    },
  };
}

/**
 * A guarded route signs in by redirect. The route travels in `state`, so that the sign-in comes back
 * to it without the extra page load MSAL's own return costs.
 */
export function guardConfiguration(settings: Settings): MsalGuardConfiguration {
  return {
    interactionType: InteractionType.Redirect,
    authRequest: (_msal, route) => ({ scopes: [...settings.scopes], state: route.url }),
    loginFailedRoute: SIGN_IN_FAILED_ROUTE,
  };
}

/**
 * Which calls carry a Graph token. Silent renewal comes back to the static bridge page, which is
 * outside every guard and does not load the app into MSAL's hidden iframe.
 */
export function interceptorConfiguration(settings: Settings): MsalInterceptorConfiguration {
  return {
    interactionType: InteractionType.Redirect,
    protectedResourceMap: protectedResources(settings),
    strictMatching: true,
    authRequest: (_msal, _request, original) => ({
      ...original,
      redirectUri: settings.silentRedirectUri,
    }),
  };
}
