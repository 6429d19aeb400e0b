import type { RedirectRequest } from '@azure/msal-browser';

/**
 * Why a call got no token, or was not sent:
 *
 * - `account_changed`: the active account is not the one that the call began with.
 * - `interaction_started`: the browser redirects to Entra ID, and returns to this page.
 * - `interaction_required`: interaction is needed, and the call is `SILENT_ONLY`.
 * - `redirect_loop`: two redirects within a minute did not help.
 * - `retry_required`: a claims challenge was met, but the call changes something: only the person may retry it.
 * - `token_unavailable`: a transient failure, in `cause`.
 * - `consent_required`: consent is missing for more than sign-in requests; the page explains it first.
 * - `not_protected`: no row of protected resources has the address.
 */
export type TokenErrorKind =
  | 'signed_out'
  | 'account_changed'
  | 'interaction_started'
  | 'interaction_required'
  | 'consent_required'
  | 'redirect_loop'
  | 'retry_required'
  | 'token_unavailable'
  | 'not_protected';

/** What a sign-in has to request to help a call: scopes of one API, and claims as JSON text. */
export type TokenRequest = Partial<Pick<RedirectRequest, 'scopes' | 'claims'>>;

/** The error of every call that got no token. */
export class TokenError extends Error {
  override readonly name = 'TokenError';

  /**
   * @param cause what MSAL threw or the API responded, if anything
   * @param request for `Session.signInAgain`
   */
  constructor(
    readonly kind: TokenErrorKind,
    cause?: unknown,
    readonly request?: TokenRequest,
  ) {
    super(kind, { cause });
  }
}
