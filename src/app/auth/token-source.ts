import { inject, InjectionToken, Service } from '@angular/core';
import { MsalService } from '@azure/msal-angular';
import { AuthError, InteractionRequiredAuthError } from '@azure/msal-browser';
import { defer, firstValueFrom, type Observable, retry, throwError, timeout, timer } from 'rxjs';
import { SETTINGS } from '../settings/settings';
import { type Departure, Interaction } from './interaction';
import { isPassing } from './is-passing';
import { TokenError, type TokenErrorKind } from './token-error';

/** MSAL waits for the token endpoint for ever; a hidden iframe it gives ten seconds. */
const TIME_LIMIT_MS = 20_000;

/** A busy Entra ID is asked again this often, and the pauses are this long, once and twice over. */
const REPEATS = 2;
const PAUSE_MS = 2_500;

/** Waits for a number of milliseconds. A token, so that specs need not wait. */
export const TOKEN_PAUSE = new InjectionToken<(milliseconds: number) => Observable<unknown>>(
  'TOKEN_PAUSE',
  { factory: () => (milliseconds) => timer(milliseconds) },
);

/** How far a call may go to get its token. */
export interface TokenOptions {
  /** Claims that Graph asked for, as JSON text: see claims-challenge.ts. */
  readonly claims?: string;
  /** Take no token from the cache: Graph refused the one that is there. */
  readonly forceRefresh?: boolean;
  /** Fail rather than leave the page. */
  readonly silentOnly?: boolean;
}

/**
 * Sees to it that MSAL holds a token for Graph. Only when Entra ID says that the person has to act does
 * the browser leave; offline, busy or broken services are errors to the caller, and the page stays.
 */
@Service()
export class TokenSource {
  private readonly msal = inject(MsalService).instance;
  private readonly interaction = inject(Interaction);
  private readonly settings = inject(SETTINGS);
  private readonly pause = inject(TOKEN_PAUSE);

  /** @throws TokenError, always with a kind that says what to do */
  async ensure({ silentOnly = false, ...options }: TokenOptions): Promise<void> {
    const account = this.msal.getActiveAccount();
    if (!account) throw new TokenError('signed_out');
    const { window } = this.interaction;
    if (window) await this.windowClosed(window);
    else if (this.interaction.isLeaving()) throw new TokenError('interaction_started');
    const request = {
      ...options,
      account,
      scopes: [...this.settings.scopes],
      redirectUri: this.settings.silentRedirectUri,
    };
    try {
      await firstValueFrom(
        defer(() => this.msal.acquireTokenSilent(request)).pipe(
          timeout(TIME_LIMIT_MS),
          retry({ count: REPEATS, delay: (error, repeat) => this.pauseAfter(error, repeat) }),
        ),
      );
    } catch (error) {
      if (!needsPerson(error)) throw new TokenError('token_unavailable', error);
      if (silentOnly) throw new TokenError('interaction_required', error);
      const { claims } = options;
      const failure = await this.leave(error, { account, ...(claims && { claims }) });
      if (failure) throw failure;
    }
  }

  /** MSAL itself keeps what Retry-After says: asked too early it fails without a request. */
  private pauseAfter(error: unknown, repeat: number): Observable<unknown> {
    return isPassing(error) && !needsPerson(error)
      ? this.pause(PAUSE_MS * repeat)
      : throwError(() => error);
  }

  /** A call made while a window is open goes on when somebody has signed in there. */
  private async windowClosed(window: NonNullable<Interaction['window']>): Promise<void> {
    const departure = await window.catch((cause: unknown) => {
      throw new TokenError('token_unavailable', cause);
    });
    if (departure !== 'signed in') throw new TokenError(OUTCOMES[departure]);
  }

  private async leave(
    error: unknown,
    options: Parameters<Interaction['renew']>[0],
  ): Promise<TokenError | undefined> {
    try {
      const departure = await this.interaction.renew(options);
      if (departure === 'signed in') return undefined;
      return new TokenError(OUTCOMES[departure], error);
    } catch (cause) {
      return new TokenError('token_unavailable', cause);
    }
  }
}

/** What a call is told that the departure did not get a token for. */
const OUTCOMES: Readonly<Record<Exclude<Departure, 'signed in'>, TokenErrorKind>> = {
  leaving: 'interaction_started',
  'already leaving': 'interaction_started',
  'redirect loop': 'redirect_loop',
  blocked: 'interaction_required',
  closed: 'interaction_required',
};

/**
 * Whether only the person can help. A hidden iframe that never answers counts: browsers that block
 * third-party cookies leave it hanging, and Entra ID in the whole window is what still works.
 */
function needsPerson(error: unknown): boolean {
  return (
    error instanceof InteractionRequiredAuthError ||
    (error instanceof AuthError && error.errorCode === 'timed_out')
  );
}
