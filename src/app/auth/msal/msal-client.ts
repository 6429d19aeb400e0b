import {
  type AccountInfo,
  type AuthenticationResult,
  BrowserAuthError,
  type ClearCacheRequest,
  type Configuration,
  type EndSessionRequest,
  PublicClientApplication,
  type RedirectRequest,
  type SilentRequest,
} from '@azure/msal-browser';
import { clearForeignInteraction, ForeignEntries } from '../accounts/foreign-entries';
import { isResponse, returnUrlOfResponse } from '../protocol/authorization-response';
import { OnlineNavigationClient } from './online-navigation-client';

/**
 * MSAL with some methods changed, because MsalGuard and MsalInterceptor call them on their own:
 *
 * - `handleRedirectPromise` returns a page load's response to its first caller only. MSAL gives a failure to every
 *   later caller, so MsalGuard would refuse every route until the page is reloaded.
 * - `acquireTokenRedirect` does nothing. MsalInterceptor calls it on any failure, a lost network included; here
 *   `Interaction` decides, which signs in by `loginRedirect`.
 * - `loginRedirect` redirects once. MsalGuard starts a sign-in for every click, also during a sign-out.
 * - `getAllAccounts` leaves out people who signed in to other apps of this origin, and signing out leaves them there.
 * - `acquireTokenSilent` drops a token that arrives after its account was signed out; MSAL would store both again.
 */
export class MsalClient extends PublicClientApplication {
  /** The authorization response of this page load, as a fragment; empty when there is none. */
  response = '';
  private result: Promise<AuthenticationResult | null> | undefined;
  private redirect: Promise<void> | undefined;
  /** Home account ids that were removed since a token was last requested for them. */
  private readonly removed = new Set<string>();
  private readonly clientId: string;
  private readonly storages: readonly Storage[];

  /** @param basePath path the app lives at, with a slash at its end */
  constructor(
    configuration: Configuration,
    private readonly basePath = '/',
  ) {
    super(configuration);
    this.clientId = configuration.auth.clientId;
    this.storages = [window.sessionStorage, window.localStorage];
  }

  /**
   * Starts redeeming the response in the address, once; `handleRedirectPromise` has the result. The address is
   * replaced first: MSAL would add a history entry and leave the code in the one before (RFC 9700 section 4.2.4), and
   * it would load the start page again. The new address is the sign-in's target, so that a reload leads there too.
   */
  startRedirectHandling(): void {
    const { hash } = window.location;
    if (isResponse(hash)) {
      this.response = hash;
      const target = returnUrlOfResponse(hash) ?? '/';
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

  /** Runs `start`, which redirects to Entra ID; a later call waits for the running one and starts nothing. */
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
    // MSAL removes before its first `await`: nothing else runs in between, and the page cannot go.
    const cleared = super.clearCache(request);
    for (const entries of foreign) entries.restore();
    await cleared;
  }

  /** MSAL clears, then redirects; what comes after may not run any more, so the navigation client restores. */
  override logoutRedirect(request?: EndSessionRequest): Promise<void> {
    const foreign = this.foreignEntries();
    const restore = () => {
      for (const entries of foreign) entries.restore();
    };
    this.setNavigationClient(new OnlineNavigationClient(restore));
    return super.logoutRedirect(request);
  }

  /** An account that has signed in here has an ID token for this app; MSAL then reads its claims. */
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

/** The parameters by which MSAL takes a fragment for a response. */
const RESPONSE_PARAMETERS = ['code', 'error', 'error_description', 'ear_jwe', 'state'];

/**
 * Takes a person's own fragment such as `#code=5` out of the address: MSAL clears whatever looks like a response.
 *
 * @returns puts it back, unless somebody has navigated meanwhile
 */
function hideFragment(): () => void {
  const { hash } = window.location;
  const parameters = new URLSearchParams(hash.slice(1));
  if (!RESPONSE_PARAMETERS.some((name) => parameters.has(name))) return () => undefined;
  const replace = (address: string) => {
    window.history.replaceState(window.history.state, '', address);
  };
  const page = window.location.pathname + window.location.search;
  replace(page);
  return () => {
    const { pathname, search, hash: now } = window.location;
    if (pathname + search === page && now === '') replace(page + hash);
  };
}
