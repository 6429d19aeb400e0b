import { BrowserAuthError, NavigationClient, type NavigationOptions } from '@azure/msal-browser';

/** Fails with `no_network_connectivity` instead of redirecting to the browser's error page. */
export class OnlineNavigationClient extends NavigationClient {
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
