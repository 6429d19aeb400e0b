import { inject, InjectionToken, Service } from '@angular/core';
import { MsalService } from '@azure/msal-angular';
import {
  type AccountInfo,
  AuthError,
  InteractionRequiredAuthError,
  type SilentRequest,
} from '@azure/msal-browser';
import { catchError, defer, type Observable, retry, switchMap, tap, throwError, timer } from 'rxjs';
import { SETTINGS } from '../../settings/settings';
import { Interaction, type InteractionOutcome } from '../sign-in/interaction';
import { isTransient } from '../errors/transient-errors';
import { isReachable } from '../sign-in/reachable';
import { TokenError, type TokenErrorKind, type TokenRequest } from '../errors/token-error';

/** A busy Entra ID is asked again this often, and the pauses are this long, once and twice over. */
const REPEATS = 2;
const PAUSE_MS = 2_500;

/** Waits for a number of milliseconds. A token, so that specs need not wait. */
export const TOKEN_PAUSE = new InjectionToken<(milliseconds: number) => Observable<unknown>>(
  'TOKEN_PAUSE',
  { factory: () => (milliseconds) => timer(milliseconds) },
);

/** Whose token a call needs, and how far it may go to get it. */
export interface TokenOptions {
  /** The account the app acted for when the call began; null when there was none. */
  readonly account: AccountInfo | null;
  /** The permissions it needs, all of one API. */
  readonly scopes: string[];
  /** Claims that the API asked for, as JSON text: see claims-challenge.ts. */
  readonly claims?: string;
  /** Take no token from the cache: the API refused the one that is there. */
  readonly forceRefresh?: boolean;
  /** Fail rather than leave the page. */
  readonly silentOnly?: boolean;
}

/**
 * Sees to it that MSAL holds a token. Only when Entra ID says that the person has to act does the browser leave;
 * offline, busy or broken services are errors to the caller, and the page stays. Nor does it leave for a call that
 * was unsubscribed from, or that was begun for another account.
 */
@Service()
export class TokenProvider {
  private readonly msal = inject(MsalService).instance;
  private readonly interaction = inject(Interaction);
  private readonly settings = inject(SETTINGS);
  private readonly pause = inject(TOKEN_PAUSE);

  /**
   * Begins when it is subscribed to, and ends when it is unsubscribed from.
   *
   * @returns emits once MSAL holds a token, then completes
   * @throws TokenError, as the observable's error, of a kind that says what to do
   */
  acquire({ account, silentOnly = false, ...options }: TokenOptions): Observable<unknown> {
    const { claims, scopes } = options;
    const request = { scopes, ...(claims && { claims }) };
    return defer(() => this.waitForPendingInteraction(account, request)).pipe(
      switchMap((active) =>
        this.acquireSilently({
          ...options,
          account: active,
          redirectUri: this.settings.silentRedirectUri,
        }),
      ),
      catchError((error: unknown) =>
        // Not in one async function, which would go on when nobody waits for the call any more.
        defer(() => this.requiresInteraction(error)).pipe(
          switchMap(async (requiresInteraction) => {
            if (error instanceof TokenError) throw error;
            const active = this.assertActiveAccount(account);
            if (!requiresInteraction) throw new TokenError('token_unavailable', error);
            if (this.isNewPermission(error, scopes))
              throw new TokenError('consent_required', error, request);
            if (silentOnly) throw new TokenError('interaction_required', error, request);
            await waitForSignIn(
              this.interaction.requireInteraction({ account: active, ...request }),
              error,
              request,
            );
          }),
        ),
      ),
      // MsalInterceptor comes next, and takes whichever account is the active one.
      tap(() => this.assertActiveAccount(account)),
    );
  }

  private acquireSilently(request: SilentRequest): Observable<unknown> {
    return defer(() => this.msal.acquireTokenSilent(request)).pipe(
      retry({ count: REPEATS, delay: (error, repeat) => this.pauseAfter(error, repeat) }),
    );
  }

  /** MSAL itself keeps what Retry-After says: asked too early it fails without a request. */
  private pauseAfter(error: unknown, repeat: number): Observable<unknown> {
    return isTransient(error) && !isInteractionRequired(error)
      ? this.pause(PAUSE_MS * repeat)
      : throwError(() => error);
  }

  /** A call made while a window is open goes on when somebody has signed in there. */
  private async waitForPendingInteraction(
    account: AccountInfo | null,
    request: TokenRequest,
  ): Promise<AccountInfo> {
    this.assertActiveAccount(account);
    const { openPopup } = this.interaction;
    if (openPopup) await waitForSignIn(openPopup, undefined, request);
    else if (this.interaction.isRedirecting()) throw new TokenError('interaction_started');
    return this.assertActiveAccount(account);
  }

  /**
   * Whether only the person can help. A hidden iframe that never answers counts where Entra ID can be reached: browsers
   * that block third-party cookies leave it hanging, and Entra ID in the whole window is what still works.
   */
  private async requiresInteraction(error: unknown): Promise<boolean> {
    if (isInteractionRequired(error)) return true;
    const isTimeout = error instanceof AuthError && error.errorCode === 'timed_out';
    return isTimeout && isReachable(this.settings.endSessionUrl);
  }

  /** Whether consent is missing for more than sign-in asks for: then the page has to explain it first. */
  private isNewPermission(error: unknown, scopes: readonly string[]): boolean {
    const isConsent =
      error instanceof AuthError && [error.errorCode, error.subError].includes('consent_required');
    return isConsent && scopes.some((scope) => !this.settings.scopes.includes(scope));
  }

  /** @throws TokenError once the app acts for somebody else than when the call began, or for nobody */
  private assertActiveAccount(account: AccountInfo | null): AccountInfo {
    const active = this.msal.getActiveAccount();
    if (!active) throw new TokenError('signed_out');
    if (active.homeAccountId !== account?.homeAccountId) throw new TokenError('account_changed');
    return active;
  }
}

/**
 * Resolves once a window has brought a sign-in.
 *
 * @throws TokenError when anything else comes of it
 */
async function waitForSignIn(
  interaction: Promise<InteractionOutcome>,
  cause: unknown,
  request: TokenRequest,
): Promise<void> {
  const outcome = await interaction.catch((error: unknown) => {
    throw new TokenError('token_unavailable', error, request);
  });
  if (outcome !== 'signed in') throw new TokenError(ERROR_KINDS[outcome], cause, request);
}

/** What a call is told when the interaction has brought no token. */
const ERROR_KINDS: Readonly<Record<Exclude<InteractionOutcome, 'signed in'>, TokenErrorKind>> = {
  redirecting: 'interaction_started',
  'already redirecting': 'interaction_started',
  'redirect loop': 'redirect_loop',
  blocked: 'interaction_required',
  closed: 'interaction_required',
};

const isInteractionRequired = (error: unknown) => error instanceof InteractionRequiredAuthError;
