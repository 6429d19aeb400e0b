import { BrowserAuthError, NavigationClient, type NavigationOptions } from '@azure/msal-browser';

/**
 * Leaves for Entra ID only with a network. Without one the browser would put its own error page in the place of the
 * app; so MSAL, and whoever asked it to leave, hears `no_network_connectivity` instead, MsalGuard included.
 */
export class OnlineNavigationClient extends NavigationClient {
  override navigateExternal(url: string, options: NavigationOptions): Promise<boolean> {
    return navigator.onLine
      ? super.navigateExternal(url, options)
      : Promise.reject(new BrowserAuthError('no_network_connectivity', ''));
  }
}
