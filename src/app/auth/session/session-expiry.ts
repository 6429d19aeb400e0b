import { computed, DestroyRef, effect, inject, Service, signal } from '@angular/core';
import { SETTINGS } from '../../settings/settings';
import { Session } from './session';
import { signInTime } from '../accounts/sign-in-time';

/**
 * How long Entra ID accepts a single-page application's refresh tokens after the sign-in.
 * @see https://learn.microsoft.com/entra/identity-platform/refresh-tokens
 */
const SESSION_MS = 24 * 3_600_000;
const SOON_MS = 10 * 60_000;

/** Timers stop while a computer sleeps, so the clock is checked at least this often. */
const CHECK_INTERVAL_MS = 60_000;

/** In the session's last ten minutes, or after them. */
export type ExpiryState = 'expires soon' | 'expired';

/** Watches for the end of the active account's session at Entra ID. */
@Service()
export class SessionExpiry {
  private readonly session = inject(Session);
  private readonly settings = inject(SETTINGS);
  private readonly _state = signal<ExpiryState | undefined>(undefined);
  private timer: ReturnType<typeof setTimeout> | undefined;

  private readonly _signedInAt = signal<number | undefined>(undefined);
  /** When the active account has signed in, in milliseconds since 1970; undefined when that is not known. */
  readonly signedInAt = this._signedInAt.asReadonly();
  /** When Entra ID accepts its refresh token no longer. */
  readonly endsAt = computed(() => {
    const begun = this.signedInAt();
    return begun === undefined ? undefined : begun + SESSION_MS;
  });
  /** Undefined while there is time enough, and while nobody is signed in. */
  readonly state = this._state.asReadonly();

  constructor() {
    effect(() => {
      this.session.account();
      this.check();
    });
    const stop = new AbortController();
    const check = () => {
      this.check();
    };
    // A laptop that wakes; and, with localStorage, another tab that has signed in again.
    document.addEventListener('visibilitychange', check, stop);
    window.addEventListener('storage', check, stop);
    inject(DestroyRef).onDestroy(() => {
      stop.abort();
      clearTimeout(this.timer);
    });
  }

  private check(): void {
    clearTimeout(this.timer);
    const account = this.session.account();
    const begun = account && signInTime(account.id, this.settings);
    this._signedInAt.set(begun);
    if (begun === undefined) {
      this._state.set(undefined);
      return;
    }
    const left = begun + SESSION_MS - Date.now();
    this._state.set(left <= 0 ? 'expired' : left <= SOON_MS ? 'expires soon' : undefined);
    // Afterwards only a sign-in changes the state, and its event comes.
    if (left <= 0) return;
    const untilNext = left > SOON_MS ? left - SOON_MS : left;
    this.timer = setTimeout(
      () => {
        this.check();
      },
      Math.min(untilNext, CHECK_INTERVAL_MS),
    );
  }
}
