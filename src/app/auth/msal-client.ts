import { type AuthenticationResult, PublicClientApplication } from '@azure/msal-browser';
import { isResponse } from './return-url';

/**
 * MSAL with two of its habits changed, because MsalGuard and MsalInterceptor call it as they please:
 *
 * - The answer of a page load is for its first caller. MSAL hands a failure to every later caller too,
 *   and so MsalGuard would refuse every route until the page is loaded anew.
 * - Nothing leaves the page for want of a token. MsalInterceptor asks for that on any failure, a lost
 *   network included; here `Interaction` decides, which signs in by `loginRedirect`.
 */
export class MsalClient extends PublicClientApplication {
  /** The fragment this page load brought from Entra ID; empty when it brought none. */
  response = '';
  private answer: Promise<AuthenticationResult | null> | undefined;

  /**
   * Takes up the answer in the address, once: `handleRedirectPromise` has what comes of it. MSAL would
   * empty the fragment by adding a history entry, which leaves the code in the one before
   * (RFC 9700 section 4.2.4); and it would load the page of the sign-in anew.
   */
  takeUpAnswer(): void {
    const { hash, pathname, search } = window.location;
    if (isResponse(hash)) {
      this.response = hash;
      window.history.replaceState(window.history.state, '', pathname + search);
    }
    this.answer = this.redeem();
    this.answer.catch(() => undefined);
  }

  override handleRedirectPromise(): Promise<AuthenticationResult | null> {
    const answer = this.answer ?? Promise.resolve(null);
    this.answer = undefined;
    return answer;
  }

  override acquireTokenRedirect(): Promise<void> {
    return Promise.resolve();
  }

  private async redeem(): Promise<AuthenticationResult | null> {
    await this.initialize();
    return super.handleRedirectPromise({
      navigateToLoginRequestUrl: false,
      ...(this.response && { hash: this.response }),
    });
  }
}
