import { DestroyRef, effect, inject, Service, signal } from '@angular/core';
import { SETTINGS } from '../settings/settings';
import { Session } from './session';
import { signInTime } from './sign-in-time';

/**
 * Entra ID ends a single-page application's refresh tokens this long after the sign-in, whatever is done.
 * @see https://learn.microsoft.com/entra/identity-platform/refresh-tokens
 */
const SESSION_MS = 24 * 3_600_000;
const SOON_MS = 10 * 60_000;

/** A computer asleep stops its timers, and its clock may be set: the clock is asked at least so often. */
const LOOK_EVERY_MS = 60_000;

/** How far a session is towards its end: in its last ten minutes, or past it. */
export type SessionStage = 'expires soon' | 'expired';

/** Knows when the session of the account the app acts for comes to its end at Entra ID. */
@Service()
export class SessionEnd {
  private readonly session = inject(Session);
  private readonly settings = inject(SETTINGS);
  private readonly _stage = signal<SessionStage | undefined>(undefined);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Undefined while there is time enough, and while nobody is signed in. */
  readonly stage = this._stage.asReadonly();

  constructor() {
    effect(() => {
      this.session.account();
      this.look();
    });
    const stop = new AbortController();
    const look = () => {
      this.look();
    };
    // A laptop that wakes; and, with localStorage, another tab that has signed in anew.
    document.addEventListener('visibilitychange', look, stop);
    window.addEventListener('storage', look, stop);
    inject(DestroyRef).onDestroy(() => {
      stop.abort();
      clearTimeout(this.timer);
    });
  }

  private look(): void {
    clearTimeout(this.timer);
    const account = this.session.account();
    const begun = account && signInTime(account.id, this.settings);
    if (begun === undefined) {
      this._stage.set(undefined);
      return;
    }
    const left = begun + SESSION_MS - Date.now();
    this._stage.set(left <= 0 ? 'expired' : left <= SOON_MS ? 'expires soon' : undefined);
    // Once past it, only a sign-in changes anything, and that is told.
    if (left <= 0) return;
    const untilNext = left > SOON_MS ? left - SOON_MS : left;
    this.timer = setTimeout(
      () => {
        this.look();
      },
      Math.min(untilNext, LOOK_EVERY_MS),
    );
  }
}
