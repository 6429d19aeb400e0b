import {
  type AccountInfo,
  type AuthenticationResult,
  BrowserAuthError,
  type ClearCacheRequest,
  type Configuration,
  type EndSessionRequest,
  EventType,
  PublicClientApplication,
  type RedirectRequest,
  type SilentRequest,
} from '@azure/msal-browser';
import { addRequestTimeout } from './request-timeout';
import { isResponse, returnUrlOfResponse } from './return-url';
import { TokenMemo } from './token-memo';

/**
 * MSAL with some of its habits changed, because MsalGuard and MsalInterceptor call it as they please:
 *
 * - The answer of a page load is for its first caller. MSAL hands a failure to every later caller too,
 *   and so MsalGuard would refuse every route until the page is loaded anew.
 * - Nothing leaves the page for want of a token. MsalInterceptor asks for that on any failure, a lost
 *   network included; here `Interaction` decides, which signs in by `loginRedirect`.
 * - A token and whose turn it is are remembered instead of being read from storage for every call, until
 *   anything happens that may change them. What other tabs do to whose turn it is, is `Session`'s matter.
 * - It leaves once. MsalGuard begins a sign-in for every click, which MSAL refuses, and in the middle of a sign-out.
 * - A token that comes when its account has been signed out is not kept: MSAL stores the account anew with it.
 * - Entra ID is given up when it does not answer: see request-timeout.ts.
 */
export class MsalClient extends PublicClientApplication {
  /** The fragment this page load brought from Entra ID; empty when it brought none. */
  response = '';
  private answer: Promise<AuthenticationResult | null> | undefined;
  private readonly tokens = new TokenMemo();
  private active: AccountInfo | null | undefined;
  private leaving: Promise<void> | undefined;
  /** Accounts that have been removed since a token was last asked for. */
  private readonly removed = new Set<string>();

  constructor(configuration: Configuration) {
    super(configuration);
    addRequestTimeout(this.getConfiguration().system.networkClient);
    this.addEventCallback(() => {
      this.tokens.forget();
    }, CHANGES);
    // A renewal brings an ID token with it, whose claims are the account's.
    this.addEventCallback(() => (this.active = undefined), [EventType.ACQUIRE_TOKEN_SUCCESS]);
  }

  /**
   * Takes up the answer in the address, once: `handleRedirectPromise` has what comes of it. MSAL would
   * empty the fragment by adding a history entry, which leaves the code in the one before
   * (RFC 9700 section 4.2.4); and it would load the page of the sign-in anew. The address becomes the one that the
   * sign-in leads to, so that a reload in the middle leads there as well.
   */
  takeUpAnswer(): void {
    const { hash } = window.location;
    if (isResponse(hash)) {
      this.response = hash;
      window.history.replaceState(window.history.state, '', returnUrlOfResponse(hash) ?? '/');
    }
    this.answer = this.redeem();
    this.answer.catch(() => undefined);
  }

  override handleRedirectPromise(): Promise<AuthenticationResult | null> {
    const answer = this.answer ?? Promise.resolve(null);
    this.answer = undefined;
    return answer;
  }

  override loginRedirect(request?: RedirectRequest): Promise<void> {
    return this.leave(() => super.loginRedirect(request));
  }

  /** Leaves for Entra ID once: what wants to leave meanwhile waits for what comes of it, and does not leave. */
  leave(start: () => Promise<void>): Promise<void> {
    this.leaving ??= start().finally(() => (this.leaving = undefined));
    return this.leaving;
  }

  override acquireTokenRedirect(): Promise<void> {
    return Promise.resolve();
  }

  override async acquireTokenSilent(request: SilentRequest): Promise<AuthenticationResult> {
    const known = this.tokens.find(request, Date.now());
    if (known) return known;
    const keep = this.tokens.await(request);
    const id = request.account?.homeAccountId ?? '';
    this.removed.delete(id);
    const result = await super.acquireTokenSilent(request);
    if (this.removed.has(id)) {
      await this.clearCache({ account: result.account });
      throw new BrowserAuthError('no_account_error', result.correlationId);
    }
    keep(result);
    return result;
  }

  override getActiveAccount(): AccountInfo | null {
    this.active ??= super.getActiveAccount();
    return this.active;
  }

  override setActiveAccount(account: AccountInfo | null): void {
    super.setActiveAccount(account);
    this.forget();
  }

  override async clearCache(request?: ClearCacheRequest): Promise<void> {
    if (request?.account) this.removed.add(request.account.homeAccountId);
    this.forget();
    await super.clearCache(request);
    this.forget();
  }

  override async logoutRedirect(request?: EndSessionRequest): Promise<void> {
    this.forget();
    await super.logoutRedirect(request);
  }

  private forget(): void {
    this.tokens.forget();
    this.active = undefined;
  }

  private async redeem(): Promise<AuthenticationResult | null> {
    await this.initialize();
    return super.handleRedirectPromise({
      navigateToLoginRequestUrl: false,
      ...(this.response && { hash: this.response }),
    });
  }
}

/** After these, a token that is remembered may be wrong. With localStorage they come from other tabs too. */
const CHANGES = [
  EventType.LOGIN_SUCCESS,
  EventType.LOGOUT_START,
  EventType.LOGOUT_SUCCESS,
  EventType.ACTIVE_ACCOUNT_CHANGED,
];
