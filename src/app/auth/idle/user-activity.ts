import { inject, Service } from '@angular/core';
import { filter, fromEvent, merge, type Observable } from 'rxjs';
import { SETTINGS } from '../../settings/settings';
import { accountStorageKey } from '../accounts/account-storage';
import { signInTime } from '../accounts/sign-in-time';
import { Session } from '../session/session';

const EVENTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const OPTIONS = { passive: true, capture: true };
const MIN_INTERVAL_MS = 1_000;

/** Detects activity in this tab, and stores when the active account was last active in any tab. */
@Service()
export class UserActivity {
  private readonly session = inject(Session);
  private readonly settings = inject(SETTINGS);
  private readonly storage = window[this.settings.cacheLocation];
  private recorded = 0;
  private _lastActive = 0;

  /** Emits on activity, except in the second after `record`. */
  readonly events$: Observable<Event> = merge(
    ...EVENTS.map((type) => fromEvent(document, type, OPTIONS)),
  ).pipe(filter(() => Date.now() - this.recorded >= MIN_INTERVAL_MS));

  get lastActive(): number {
    return this._lastActive;
  }

  record(): void {
    this.recorded = this._lastActive = Date.now();
    // An entry that is written during the sign-out would stay.
    if (this.session.account() && !this.session.isRedirecting())
      this.storage.setItem(this.key(), String(this._lastActive));
  }

  /** A time in the future counts as now: a clock was set back, or the message is forged. */
  recordOtherTab(time: number): void {
    const now = Date.now();
    this._lastActive = Math.max(Math.min(this._lastActive, now), Math.min(time, now));
  }

  /** Reads the last activity or sign-in. A page load is neither: a session left open yesterday has ended. */
  restore(): void {
    const stored = Number(this.storage.getItem(this.key()));
    const signedIn = signInTime(this.session.account()?.id ?? '', this.settings) ?? 0;
    const time = Math.min(Math.max(stored, signedIn) || Infinity, Date.now());
    this._lastActive = Math.max(this._lastActive, time);
  }

  private key(): string {
    return accountStorageKey(this.settings, this.session.account()?.id ?? '', 'active');
  }
}
