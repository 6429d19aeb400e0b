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
import { GrantedScopes } from './granted-scopes';
import { TokenError, type TokenErrorKind, type TokenRequest } from '../errors/token-error';

/** Retries while Entra ID is busy, after 2.5 and 5 seconds. */
const MAX_RETRIES = 2;
const BASE_DELAY_MS = 2_500;

/** Waits for a number of milliseconds; specs replace it. */
export const TOKEN_DELAY = new InjectionToken<(milliseconds: number) => Observable<unknown>>(
  'TOKEN_DELAY',
  { factory: () => (milliseconds) => timer(milliseconds) },
);

export interface TokenOptions {
  /** The active account when the call began. */
  readonly account: AccountInfo | null;
  /** Scopes of one API. */
  readonly scopes: string[];
  readonly claims?: string;
  /** Skips the cache, because the API refused its token. */
  readonly forceRefresh?: boolean;
  readonly silentOnly?: boolean;
}

/**
 * Makes MSAL acquire a token. Redirects only when Entra ID requires interaction, and not for a call that was
 * unsubscribed from or begun for another account; any other failure is an error to the caller.
 */
@Service()
export class TokenProvider {
  private readonly msal = inject(MsalService).instance;
  private readonly interaction = inject(Interaction);
  private readonly settings = inject(SETTINGS);
  private readonly granted = inject(GrantedScopes);
  private readonly wait = inject(TOKEN_DELAY);

  /**
   * Acquires a token for every subscriber, until it unsubscribes.
   * @returns emits once MSAL has a token, then completes
   * @throws TokenError, as the observable's error
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
        // Not one async function, which would continue after an unsubscription.
        defer(() => this.requiresInteraction(error)).pipe(
          switchMap(async (requiresInteraction) => {
            if (error instanceof TokenError) throw error;
            const active = this.assertActiveAccount(account);
            if (!requiresInteraction) throw new TokenError('token_unavailable', error);
            if (this.isNewPermission(error, scopes)) {
              this.granted.remove(active.homeAccountId, scopes);
              throw new TokenError('consent_required', error, request);
            }
            if (silentOnly) throw new TokenError('interaction_required', error, request);
            await waitForSignIn(
              this.interaction.requireInteraction({ account: active, ...request }),
              error,
              request,
            );
          }),
        ),
      ),
      // MsalInterceptor takes whichever account is active.
      tap(() => this.assertActiveAccount(account)),
    );
  }

  private acquireSilently(request: SilentRequest & { account: AccountInfo }): Observable<unknown> {
    return defer(() => this.msal.acquireTokenSilent(request)).pipe(
      tap(({ scopes }) => {
        this.granted.add(request.account.homeAccountId, scopes);
      }),
      retry({
        count: MAX_RETRIES,
        delay: (error, retryCount) => this.retryDelay(error, retryCount),
      }),
    );
  }

  /** MSAL observes Retry-After itself: a retry before that fails without a request. */
  private retryDelay(error: unknown, retryCount: number): Observable<unknown> {
    return isTransient(error) && !isInteractionRequired(error)
      ? this.wait(BASE_DELAY_MS * retryCount)
      : throwError(() => error);
  }

  /** A call made while a popup is open waits for its sign-in. */
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
   * Whether only the person can help. A hidden iframe that times out counts while Entra ID is reachable: the browser
   * blocks third-party cookies, and a redirect still works.
   */
  private async requiresInteraction(error: unknown): Promise<boolean> {
    if (isInteractionRequired(error)) return true;
    const isTimeout = error instanceof AuthError && error.errorCode === 'timed_out';
    return isTimeout && isReachable(this.settings.endSessionUrl);
  }

  /** Whether consent is missing for more than sign-in requests: the page explains it first. */
  private isNewPermission(error: unknown, scopes: readonly string[]): boolean {
    const isConsent =
      error instanceof AuthError && [error.errorCode, error.subError].includes('consent_required');
    return isConsent && scopes.some((scope) => !this.settings.scopes.includes(scope));
  }

  /** @throws TokenError when the active account is not the one that the call began with */
  private assertActiveAccount(account: AccountInfo | null): AccountInfo {
    const active = this.msal.getActiveAccount();
    if (!active) throw new TokenError('signed_out');
    if (active.homeAccountId !== account?.homeAccountId) throw new TokenError('account_changed');
    return active;
  }
}

/** Resolves after a sign-in. @throws TokenError for any other outcome */
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

const ERROR_KINDS: Readonly<Record<Exclude<InteractionOutcome, 'signed in'>, TokenErrorKind>> = {
  redirecting: 'interaction_started',
  'already redirecting': 'interaction_started',
  'redirect loop': 'redirect_loop',
  blocked: 'interaction_required',
  closed: 'interaction_required',
};

const isInteractionRequired = (error: unknown) => error instanceof InteractionRequiredAuthError;
