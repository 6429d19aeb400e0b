import type { RedirectRequest } from '@azure/msal-browser';

/**
 * Why a call was not sent, or got no token:
 *
 * - `signed_out`: nobody is signed in, or nobody any more.
 * - `account_changed`: the app acts for another account than when the call began, so it was not sent.
 * - `interaction_started`: the browser is about to leave for Entra ID, and comes back to this page.
 * - `interaction_required`: the person has to act at Entra ID, and the call asked not to leave for it.
 * - `redirect_loop`: the person was sent to Entra ID twice within a minute, and it did not help.
 * - `repeat_needed`: the API asked for claims before it acted; the token has them now, and the call, which
 *   changes something, is the person's to repeat.
 * - `token_unavailable`: the token could not be had for a passing reason, which `cause` tells.
 * - `consent_required`: the person has not yet allowed what the call needs, and sign-in did not ask for it; the page
 *   explains what for before it asks.
 * - `not_protected`: no row of protected resources matches the address.
 */
export type TokenErrorKind =
  | 'signed_out'
  | 'account_changed'
  | 'interaction_started'
  | 'interaction_required'
  | 'consent_required'
  | 'redirect_loop'
  | 'repeat_needed'
  | 'token_unavailable'
  | 'not_protected';

/** What a token has to be good for: permissions of one API and, as JSON text, the claims that it asks for. */
export type TokenRequest = Partial<Pick<RedirectRequest, 'scopes' | 'claims'>>;

/** A call that got no token. Every such call ends in one of these: none ends in silence. */
export class TokenError extends Error {
  override readonly name = 'TokenError';

  /**
   * @param cause what MSAL threw, or Graph answered, if either was asked
   * @param request what a sign-in has to ask for to help the call; for `Session.signInAgain`
   */
  constructor(
    readonly kind: TokenErrorKind,
    cause?: unknown,
    readonly request?: TokenRequest,
  ) {
    super(kind, { cause });
  }
}
