import {
  type AccountInfo,
  type AuthenticationResult,
  BrowserAuthError,
  type ClearCacheRequest,
  type Configuration,
  type EndSessionRequest,
  ProtocolMode,
  PublicClientApplication,
  type RedirectRequest,
  type SilentRequest,
} from '@azure/msal-browser';
import { clearForeignInteraction, ForeignEntries } from '../accounts/foreign-entries';
import { isResponse, parseReturnUrl } from '../protocol/authorization-response';
import { hideFragment } from './hide-fragment';
import { OnlineNavigationClient } from './online-navigation-client';

/**
 * MSAL, changed where MsalGuard and MsalInterceptor call it:
 *
 * - `handleRedirectPromise` gives its result to the first caller only. MSAL gives a failure to every later caller too, so
 *   that MsalGuard would refuse every route.
 * - `acquireTokenRedirect` does nothing. MsalInterceptor calls it on any failure; here `Interaction` decides.
 * - `loginRedirect` redirects once, and not during a sign-out. MsalGuard calls it for every click.
 * - `getAllAccounts` and sign-out leave other apps of the origin alone.
 * - `acquireTokenSilent` drops a token whose account was signed out meanwhile, instead of storing both again.
 */
export class MsalClient extends PublicClientApplication {
  /** The authorization response of this page load, as a fragment; may be empty. */
  response = '';
  private result: Promise<AuthenticationResult | null> | undefined;
  private redirect: Promise<void> | undefined;
  /** Home account ids that were removed after the last token request for them. */
  private readonly removed = new Set<string>();
  private readonly clientId: string;
  private readonly isOidc: boolean;
  private readonly storages: readonly Storage[];

  constructor(
    configuration: Configuration,
    private readonly basePath = '/',
  ) {
    super(configuration);
    this.clientId = configuration.auth.clientId;
    this.isOidc = configuration.system?.protocolMode === ProtocolMode.OIDC;
    this.storages = [window.sessionStorage, window.localStorage];
  }

  /**
   * Starts redeeming the response, once; `handleRedirectPromise` has the result. Replaces the URL by the return URL
   * first, because MSAL would leave the code in the history (RFC 9700 section 4.2.4).
   */
  startRedirectHandling(): void {
    const { hash } = window.location;
    if (isResponse(hash)) {
      this.response = hash;
      const target = parseReturnUrl(hash) ?? '/';
      window.history.replaceState(window.history.state, '', this.basePath + target.slice(1));
    }
    clearForeignInteraction(this.clientId);
    this.result = this.redeem();
    this.result.catch(() => undefined);
  }

  override handleRedirectPromise(): Promise<AuthenticationResult | null> {
    const result = this.result ?? Promise.resolve(null);
    this.result = undefined;
    return result;
  }

  override loginRedirect(request?: RedirectRequest): Promise<void> {
    return this.redirectOnce(() => super.loginRedirect(request));
  }

  /** Runs `start`, which redirects; while it runs, a later call waits for it instead. */
  redirectOnce(start: () => Promise<void>): Promise<void> {
    this.redirect ??= start().finally(() => (this.redirect = undefined));
    return this.redirect;
  }

  override acquireTokenRedirect(): Promise<void> {
    return Promise.resolve();
  }

  /** @throws BrowserAuthError `no_account_error` when the account was signed out meanwhile, or what MSAL throws */
  override async acquireTokenSilent(request: SilentRequest): Promise<AuthenticationResult> {
    const id = request.account?.homeAccountId ?? '';
    this.removed.delete(id);
    const result = await super.acquireTokenSilent(request);
    if (!this.removed.has(id)) return result;
    await this.clearCache({ account: result.account });
    throw new BrowserAuthError('no_account_error', result.correlationId);
  }

  override async clearCache(request?: ClearCacheRequest): Promise<void> {
    const account: AccountInfo | null | undefined = request?.account;
    if (account) this.removed.add(account.homeAccountId);
    const foreign = this.foreignEntries();
    for (const entries of foreign) entries.hide();
    // MSAL clears before its first `await`, so that nothing runs in between.
    const cleared = super.clearCache(request);
    for (const entries of foreign) entries.restore();
    await cleared;
  }

  /**
   * MSAL clears and redirects; code after that may not run, so the navigation client restores.
   * @throws BrowserAuthError `end_session_endpoint_not_supported`, after which the provider's session goes on
   */
  override async logoutRedirect(request?: EndSessionRequest): Promise<void> {
    const foreign = this.foreignEntries();
    const navigation = { isStarted: false };
    const restore = () => {
      navigation.isStarted = true;
      for (const entries of foreign) entries.restore();
    };
    this.setNavigationClient(new OnlineNavigationClient(restore));
    if (!this.isOidc) return super.logoutRedirect(request);
    // RP-Initiated Logout 1.0 section 2: names the app where an ID token, which is no address's business, would.
    const extraQueryParameters = { client_id: this.clientId };
    await super.logoutRedirect({ ...request, extraQueryParameters });
    if (navigation.isStarted) return;
    restore();
    throw new BrowserAuthError('end_session_endpoint_not_supported', '');
  }

  /** An account that has signed in here has an ID token for this app. */
  override getAllAccounts(
    ...[filter]: Parameters<PublicClientApplication['getAllAccounts']>
  ): AccountInfo[] {
    return super.getAllAccounts(filter).filter(({ idTokenClaims }) => idTokenClaims !== undefined);
  }

  private foreignEntries(): ForeignEntries[] {
    return this.storages.map((storage) => new ForeignEntries(storage, this.clientId));
  }

  private async redeem(): Promise<AuthenticationResult | null> {
    const restoreFragment = hideFragment();
    try {
      await this.initialize();
      return await super.handleRedirectPromise({
        navigateToLoginRequestUrl: false,
        ...(this.response && { hash: this.response }),
      });
    } finally {
      restoreFragment();
    }
  }
}
