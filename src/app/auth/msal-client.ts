import { type AuthenticationResult, PublicClientApplication } from '@azure/msal-browser';

type HandleRedirectOptions = Parameters<PublicClientApplication['handleRedirectPromise']>[0];

/**
 * MSAL with two of its habits changed, because MsalGuard and MsalInterceptor call it as they please:
 *
 * - The answer of a page load is for its first caller. MSAL hands a failure to every later caller too,
 *   and so MsalGuard would refuse every route until the page is loaded anew.
 * - Nothing leaves the page for want of a token. MsalInterceptor asks for that on any failure, a lost
 *   network included; here `Interaction` decides, which signs in by `loginRedirect`.
 */
export class MsalClient extends PublicClientApplication {
  private answered = false;

  override handleRedirectPromise(
    options?: HandleRedirectOptions,
  ): Promise<AuthenticationResult | null> {
    if (this.answered) return Promise.resolve(null);
    this.answered = true;
    return super.handleRedirectPromise(options);
  }

  override acquireTokenRedirect(): Promise<void> {
    return Promise.resolve();
  }
}
