import { inject, DestroyRef, Service } from '@angular/core';
import { type Observable, Subject } from 'rxjs';

const CHANNEL = 'app.signed-out';

/**
 * Tells the app's other tabs that an account was signed out. MSAL tells them only when tokens are in
 * localStorage, and a tab that keeps its own would stay signed in.
 */
@Service()
export class OtherTabs {
  private readonly channel = new BroadcastChannel(CHANNEL);
  private readonly _signedOut = new Subject<string>();
  private readonly _changed = new Subject<void>();

  /** Id of an account that another tab signed out; see `Account.id`. */
  readonly signedOut$: Observable<string> = this._signedOut.asObservable();

  /**
   * Another tab has changed what is in localStorage. What it says of it by MSAL's event may arrive sooner
   * than the change itself does.
   */
  readonly changed$: Observable<void> = this._changed.asObservable();

  constructor() {
    this.channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string') this._signedOut.next(data);
    };
    const tell = () => {
      this._changed.next();
    };
    window.addEventListener('storage', tell);
    inject(DestroyRef).onDestroy(() => {
      this.channel.close();
      window.removeEventListener('storage', tell);
    });
  }

  /** Tells every other tab; this one hears nothing of it. */
  tellSignedOut(accountId: string): void {
    this.channel.postMessage(accountId);
  }
}
