import { Location } from '@angular/common';
import { inject } from '@angular/core';
import { MsalService } from '@azure/msal-angular';
import {
  type AccountInfo,
  BrowserAuthError,
  type IPublicClientApplication,
} from '@azure/msal-browser';
import { firstValueFrom } from 'rxjs';
import { SETTINGS } from '../../settings/settings';
import { validateSignIn, validateStoredAccounts } from '../sign-in/validate-sign-in';
import { AuthEvents } from './auth-events';
import type { MsalClient } from '../msal/msal-client';
import { SIGN_IN_FAILED_ROUTE } from '../msal/msal-configuration';
import {
  isRecentResponse,
  isResponse,
  isReturnFromSignOut,
  parseReturnUrl,
} from '../protocol/authorization-response';
import { returnUrl } from '../protocol/return-url';
import { Session } from './session';
import { SignedInAccounts } from '../accounts/signed-in-accounts';

/**
 * Handles the redirect response, or restores the session, before the router's first navigation. Sets the URL for it, so
 * that a sign-in needs no further page load and leaves no code in the history (RFC 9700 section 4.2.4).
 */
export async function completeRedirect(): Promise<void> {
  const msal = inject(MsalService);
  const session = inject(Session);
  const accounts = inject(SignedInAccounts);
  const location = inject(Location);
  const settings = inject(SETTINGS);
  const events = inject(AuthEvents);
  const { href } = window.location;
  const { response: hash } = msal.instance as IPublicClientApplication &
    Pick<MsalClient, 'response'>;
  const activate = async (account?: AccountInfo) => {
    await validateStoredAccounts(msal.instance, settings);
    accounts.activate(account);
    return session.applyMissedSignOuts();
  };
  // A response that MSAL ignores is an old history entry: go to the start page.
  const setAddress = (state?: string) => {
    location.replaceState(returnUrl(state) ?? '/');
  };
  try {
    const result = await firstValueFrom(msal.handleRedirectObservable());
    if (result) {
      await validateSignIn(result, msal.instance, settings);
      // Left from a sign-out that was cancelled at Entra ID.
      session.dismissNotice();
      events.emit({ type: 'signed-in' }, result.correlationId);
    }
    const hasEnded = await activate(result?.account);
    if (!result) assertResponseWasHandled(hash, session);
    if (hasEnded || isReturnFromSignOut(href, settings.postLogoutRedirectUri)) {
      location.replaceState(
        `/${new URL(settings.postLogoutRedirectUri).pathname.slice(settings.basePath.length)}`,
      );
    } else if (result || hash) setAddress(result?.state);
  } catch (error) {
    // Another account may still be signed in.
    await activate();
    session.fail(error, parseReturnUrl(hash));
    location.replaceState(SIGN_IN_FAILED_ROUTE);
  }
}

/**
 * MSAL ignores a response when the tab's storage was cleared after the request.
 * @throws BrowserAuthError for a recent one
 */
function assertResponseWasHandled(hash: string, session: Session): void {
  if (!session.isSignedIn() && isResponse(hash) && isRecentResponse(hash, Date.now()))
    throw new BrowserAuthError('no_token_request_cache_error', '');
}
