import { computed, DestroyRef, effect, inject, Service, signal } from '@angular/core';
import { SETTINGS } from '../../settings/settings';
import { Session } from './session';
import { signInTime } from '../accounts/sign-in-time';

/** A refresh token's lifetime in an SPA. @see https://learn.microsoft.com/entra/identity-platform/refresh-tokens */
const SESSION_MS = 24 * 3_600_000;
const SOON_MS = 10 * 60_000;

/** Timers stop while a computer sleeps, so the clock is checked at least this often. */
const CHECK_INTERVAL_MS = 60_000;

/** In the session's last ten minutes, or after them. */
export type ExpiryState = 'expires soon' | 'expired';

/** Watches when the active account's session at Entra ID expires. */
@Service()
export class SessionExpiry {
  private readonly session = inject(Session);
  private readonly settings = inject(SETTINGS);
  private readonly _state = signal<ExpiryState | undefined>(undefined);
  /** What another provider than Entra ID allows is not known. */
  private readonly isUnlimited = this.settings.protocol === 'oidc';
  private timer: ReturnType<typeof setTimeout> | undefined;

  private readonly _signedInAt = signal<number | undefined>(undefined);
  /** Milliseconds since 1970, as `endsAt`; undefined when not known. */
  readonly signedInAt = this._signedInAt.asReadonly();
  readonly endsAt = computed(() => {
    const begun = this.signedInAt();
    return begun === undefined || this.isUnlimited ? undefined : begun + SESSION_MS;
  });
  /** Undefined before the last ten minutes, and while nobody is signed in. */
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
    // After sleep; and, with localStorage, after a sign-in in another tab.
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
    if (begun === undefined || this.isUnlimited) {
      this._state.set(undefined);
      return;
    }
    const left = begun + SESSION_MS - Date.now();
    this._state.set(left <= 0 ? 'expired' : left <= SOON_MS ? 'expires soon' : undefined);
    // Only a sign-in changes the state from here, and it emits an event.
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
