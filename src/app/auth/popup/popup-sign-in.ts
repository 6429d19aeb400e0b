import { computed, inject, Service, signal } from '@angular/core';
import { MsalBroadcastService, MsalService } from '@azure/msal-angular';
import { AuthError, BrowserAuthError, EventType, type RedirectRequest } from '@azure/msal-browser';
import { delay, filter, firstValueFrom, map, type Observable, Subject, tap } from 'rxjs';
import { SETTINGS } from '../../settings/settings';
import { validateSignIn } from '../sign-in/validate-sign-in';
import { AuthEvents } from '../session/auth-events';
import type { Popup, PopupOutcome } from '../sign-in/popup';
import { clearRedirects } from '../sign-in/redirect-loop-guard';
import { windowClosed } from './window-closed';

/** After the popup has closed itself with a response, its code is still to be redeemed. */
const LATE_RESPONSE_MS = 5_000;

/**
 * Signs in by a popup that returns to the static bridge page. MSAL does not notice that a person closes it and would
 * wait for minutes, so its closing is polled; a late response is accepted anyway.
 */
@Service({ autoProvided: false })
export class PopupSignIn implements Popup {
  private readonly msal = inject(MsalService);
  private readonly broadcast = inject(MsalBroadcastService);
  private readonly settings = inject(SETTINGS);
  private readonly events = inject(AuthEvents);
  /** The latest request whose popup may be open. */
  private readonly openRequest = signal<RedirectRequest | undefined>(undefined);
  private readonly pendingCount = signal(0);
  private readonly _signIns = signal(0);

  readonly signIns = this._signIns.asReadonly();
  readonly isOpen = computed(() => this.openRequest() !== undefined);
  readonly isPending = computed(() => this.pendingCount() > 0);

  outcome: Promise<PopupOutcome> | undefined;

  signIn(request: RedirectRequest, resolveOnClose: boolean): Promise<PopupOutcome> {
    this.openRequest.set(request);
    const closed = new Subject<PopupOutcome>();
    const watch = this.closed(request).subscribe(closed);
    const response = this.login(request)
      .catch((error: unknown) => {
        const outcome = toOutcome(error);
        // A popup that did not open is no part of a redirect loop.
        if (outcome === 'blocked') clearRedirects(this.settings);
        return outcome;
      })
      .finally(() => {
        watch.unsubscribe();
        this.clearOpen(request);
      });
    const outcome = Promise.race([response, firstValueFrom(closed)]).finally(() => {
      if (this.outcome === outcome) this.outcome = undefined;
    });
    // The caller gets the rejection.
    outcome.catch(() => undefined);
    this.outcome = outcome;
    return resolveOnClose ? outcome : response;
  }

  private async login(request: RedirectRequest): Promise<PopupOutcome> {
    this.pendingCount.update((count) => count + 1);
    try {
      // The popup would show the browser's error page.
      if (!navigator.onLine) throw new BrowserAuthError('no_network_connectivity', '');
      const result = await firstValueFrom(
        this.msal.loginPopup({
          ...request,
          redirectUri: this.settings.silentRedirectUri,
          // A popup that was closed without MSAL noticing must not block the next.
          overrideInteractionInProgress: true,
        }),
      );
      await validateSignIn(result, this.msal.instance, this.settings);
      this.events.emit({ type: 'signed-in' }, result.correlationId);
      this.msal.instance.setActiveAccount(result.account);
      this._signIns.update((count) => count + 1);
      return 'signed in';
    } finally {
      this.pendingCount.update((count) => count - 1);
    }
  }

  /** Emits some seconds after the popup that MSAL opens next has closed. */
  private closed(request: RedirectRequest): Observable<PopupOutcome> {
    const opened$ = this.broadcast.msalSubject$.pipe(
      filter(({ eventType }) => eventType === EventType.POPUP_OPENED),
      map(({ payload }) => (payload as { popupWindow: Window }).popupWindow),
    );
    return windowClosed(opened$).pipe(
      tap(() => {
        this.clearOpen(request);
      }),
      delay(LATE_RESPONSE_MS),
      map(() => 'closed'),
    );
  }

  private clearOpen(request: RedirectRequest): void {
    this.openRequest.update((open) => (open === request ? undefined : open));
  }
}

function toOutcome(error: unknown): PopupOutcome {
  const outcome = error instanceof AuthError ? OUTCOMES[error.errorCode] : undefined;
  if (outcome) return outcome;
  throw error;
}

const OUTCOMES: Readonly<Record<string, PopupOutcome | undefined>> = {
  popup_window_error: 'blocked',
  empty_window_error: 'blocked',
  timed_out: 'closed',
  user_cancelled: 'closed',
  interaction_in_progress_cancelled: 'closed',
};
