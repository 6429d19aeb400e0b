import { BrowserAuthError, NavigationClient, type NavigationOptions } from '@azure/msal-browser';

/**
 * Redirects to Entra ID only with a network. Without one the browser would show its own error page instead of the app;
 * MSAL, and MsalGuard with it, gets `no_network_connectivity` instead.
 */
export class OnlineNavigationClient extends NavigationClient {
  /** @param beforeNavigation called before every attempt */
  constructor(readonly beforeNavigation: () => void = () => undefined) {
    super();
  }

  override navigateExternal(url: string, options: NavigationOptions): Promise<boolean> {
    this.beforeNavigation();
    return navigator.onLine
      ? super.navigateExternal(url, options)
      : Promise.reject(new BrowserAuthError('no_network_connectivity', ''));
  }
}
