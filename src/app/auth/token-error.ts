/**
 * Why a call was not sent, or got no token:
 *
 * - `signed_out`: nobody is signed in; nothing was asked of Entra ID.
 * - `interaction_started`: the browser is about to leave for Entra ID, and comes back to this page.
 * - `interaction_required`: the person has to act at Entra ID, and the call asked not to leave for it.
 * - `redirect_loop`: the person was sent to Entra ID twice within a minute, and it did not help.
 * - `token_unavailable`: the token could not be had for a passing reason, which `cause` tells.
 * - `not_protected`: the address is in no row of `protected-resources.ts`.
 */
export type TokenErrorKind =
  | 'signed_out'
  | 'interaction_started'
  | 'interaction_required'
  | 'redirect_loop'
  | 'token_unavailable'
  | 'not_protected';

/** A Graph call that got no token. Every such call ends in one of these: none ends in silence. */
export class TokenError extends Error {
  override readonly name = 'TokenError';

  /** @param cause what MSAL threw, if it was asked */
  constructor(
    readonly kind: TokenErrorKind,
    cause?: unknown,
  ) {
    super(kind, { cause });
  }
}
