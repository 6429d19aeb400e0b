import { effect, inject, Service, signal } from '@angular/core';
import { type Observable, Subject } from 'rxjs';
import { SETTINGS } from '../../settings/settings';
import { storageKey } from '../accounts/account-storage';
import { Session } from '../session/session';

/** Elects one of the tabs with somebody signed in, again when it closes. @see https://www.w3.org/TR/web-locks/ */
@Service()
export class TabLeader {
  private readonly lock = storageKey(inject(SETTINGS), 'idle');
  private readonly _isLeader = signal(false);
  private readonly _elected = new Subject<void>();

  readonly isLeader = this._isLeader.asReadonly();
  readonly elected$: Observable<void> = this._elected.asObservable();

  constructor() {
    const session = inject(Session);
    effect((onCleanup) => {
      if (!session.isSignedIn()) return;
      const stop = new AbortController();
      this.requestLock(stop.signal);
      onCleanup(() => {
        stop.abort();
      });
    });
  }

  /** Holds the lock until the signal aborts. */
  private requestLock(signal: AbortSignal): void {
    const released = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => {
        this._isLeader.set(false);
        resolve();
      });
    });
    void navigator.locks
      .request(this.lock, { signal }, () => {
        // The lock may be granted after the signal has aborted.
        if (signal.aborted) return undefined;
        this._isLeader.set(true);
        this._elected.next();
        return released;
      })
      .catch(() => undefined);
  }
}
