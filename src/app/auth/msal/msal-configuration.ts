import type { MsalGuardConfiguration, MsalInterceptorConfiguration } from '@azure/msal-angular';
import { type Configuration, InteractionType, ProtocolMode } from '@azure/msal-browser';
import type { Settings } from '../../settings/settings';
import { loggerOptions } from './logger-options';
import { OnlineNavigationClient } from './online-navigation-client';
import { protectedResources } from './protected-resources';
import { TimeoutNetworkClient } from './timeout-network-client';

/** Where the router goes when the guard cannot sign in; not guarded, calls no API. */
export const SIGN_IN_FAILED_ROUTE = '/sign-in-failed';

/** @see https://learn.microsoft.com/entra/msal/javascript/browser/configuration */
export function msalConfiguration(settings: Settings): Configuration {
  const isOidc = settings.protocol === 'oidc';
  return {
    auth: {
      clientId: settings.clientId,
      authority: settings.authority,
      knownAuthorities: [...settings.knownAuthorities],
      ...(settings.authorityMetadata && { authorityMetadata: settings.authorityMetadata }),
      redirectUri: settings.redirectUri,
      postLogoutRedirectUri: settings.postLogoutRedirectUri,
      // auth.interceptor.ts handles claims challenges, so Graph may send them.
      ...(!isOidc && { clientCapabilities: ['CP1'] }),
    },
    cache: { cacheLocation: settings.cacheLocation },
    system: {
      ...(isOidc && { protocolMode: ProtocolMode.OIDC }),
      loggerOptions: loggerOptions(),
      navigationClient: new OnlineNavigationClient(),
      networkClient: new TimeoutNetworkClient(),
      // MSAL's default of a minute is short for a second factor.
      popupBridgeTimeout: 10 * 60_000,
    },
  };
}

/** The return URL travels in `state`: MSAL's own return would cost another page load. */
export function guardConfiguration(settings: Settings): MsalGuardConfiguration {
  return {
    interactionType: InteractionType.Redirect,
    authRequest: (_msal, route) => ({ scopes: [...settings.scopes], state: route.url }),
    loginFailedRoute: SIGN_IN_FAILED_ROUTE,
  };
}

/** The bridge page is not guarded, and keeps the app from loading in MSAL's hidden iframe. */
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
