import { computed, inject, Service, signal } from '@angular/core';
import { MsalBroadcastService, MsalService } from '@azure/msal-angular';
import { AuthError, BrowserAuthError, EventType, type RedirectRequest } from '@azure/msal-browser';
import { firstValueFrom } from 'rxjs';
import { SETTINGS } from '../../settings/settings';
import { validateSignIn } from '../sign-in/validate-sign-in';
import { AuthEvents } from '../session/auth-events';
import type { Popup, PopupOutcome } from '../sign-in/popup';
import { clearRedirects } from '../sign-in/redirect-loop-guard';

const LOOK_EVERY_MS = 300;
/** A window closes itself when it has the answer, and then the code is still to be redeemed. */
const LATE_MS = 5_000;

/**
 * Signs in by a window that comes back to the static bridge page, which hands the answer over. MSAL does
 * not notice that a person closes it and would wait for minutes, so the window is looked at; where its
 * site cuts it off from this page it looks closed too, and an answer that comes all the same is taken.
 */
@Service({ autoProvided: false })
export class PopupSignIn implements Popup {
  private readonly msal = inject(MsalService);
  private readonly broadcast = inject(MsalBroadcastService);
  private readonly settings = inject(SETTINGS);
  private readonly events = inject(AuthEvents);
  /** The newest request whose window may be open. */
  private readonly open = signal<RedirectRequest | undefined>(undefined);
  private readonly waiting = signal(0);

  private readonly _answers = signal(0);

  readonly answers = this._answers.asReadonly();
  readonly isOpen = computed(() => this.open() !== undefined);
  readonly isPending = computed(() => this.waiting() > 0);

  outcome: Promise<PopupOutcome> | undefined;

  signIn(request: RedirectRequest, resolveOnClose: boolean): Promise<PopupOutcome> {
    this.open.set(request);
    const watched = this.watch(request);
    const answer = this.answer(request).catch(outcomeOf).finally(watched.stop);
    const outcome = Promise.race([answer, watched.closed]).finally(() => {
      if (this.outcome === outcome) this.outcome = undefined;
    });
    // Whoever asked hears of a failure; nobody has to wait beside them.
    outcome.catch(() => undefined);
    this.outcome = outcome;
    return resolveOnClose ? outcome : answer;
  }

  private async answer(request: RedirectRequest): Promise<PopupOutcome> {
    this.waiting.update((count) => count + 1);
    try {
      // The window would show the browser's error page.
      if (!navigator.onLine) throw new BrowserAuthError('no_network_connectivity', '');
      const result = await firstValueFrom(
        this.msal.loginPopup({
          ...request,
          redirectUri: this.settings.silentRedirectUri,
          // A window that was closed without MSAL noticing must not stand in the way of the next.
          overrideInteractionInProgress: true,
        }),
      );
      await validateSignIn(result, this.msal.instance, this.settings);
      this.events.tell({ type: 'signed-in' }, result.correlationId);
      this.msal.instance.setActiveAccount(result.account);
      this._answers.update((count) => count + 1);
      return 'signed in';
    } finally {
      this.waiting.update((count) => count - 1);
    }
  }

  private watch(request: RedirectRequest): { closed: Promise<PopupOutcome>; stop: () => void } {
    const close = () => {
      this.open.update((open) => (open === request ? undefined : open));
    };
    const timers: ReturnType<typeof setTimeout>[] = [];
    let popup: Window | undefined;
    const opened = this.broadcast.msalSubject$.subscribe(({ eventType, payload }) => {
      if (eventType === EventType.POPUP_OPENED) {
        popup = (payload as { popupWindow: Window }).popupWindow;
      }
    });
    const closed = new Promise<PopupOutcome>((resolve) => {
      const look = setInterval(() => {
        if (!popup?.closed) return;
        clearInterval(look);
        close();
        timers.push(
          setTimeout(() => {
            resolve('closed');
          }, LATE_MS),
        );
      }, LOOK_EVERY_MS);
      timers.push(look);
    });
    const stop = () => {
      for (const timer of timers) clearTimeout(timer);
      opened.unsubscribe();
      close();
    };
    return { closed, stop };
  }
}

function outcomeOf(error: unknown): PopupOutcome {
  const outcome = error instanceof AuthError ? OUTCOMES[error.errorCode] : undefined;
  // A window that did not open has left for nothing, and is no part of a loop.
  if (outcome === 'blocked') clearRedirects();
  if (outcome) return outcome;
  throw error;
}

/** Errors that are no failure: the person reads nothing of them but how to go on. */
const OUTCOMES: Readonly<Record<string, PopupOutcome | undefined>> = {
  popup_window_error: 'blocked',
  empty_window_error: 'blocked',
  timed_out: 'closed',
  user_cancelled: 'closed',
  interaction_in_progress_cancelled: 'closed',
};
