import { inject, DestroyRef, Service } from '@angular/core';
import { type Observable, Subject } from 'rxjs';
import { SETTINGS } from '../settings/settings';

const CHANNEL = 'app.signed-out';

/**
 * Tells the app's other tabs that an account was signed out. MSAL tells them only when tokens are in
 * localStorage, and a tab that keeps its own would stay signed in.
 */
@Service()
export class OtherTabs {
  private readonly settings = inject(SETTINGS);
  private readonly channel = new BroadcastChannel(CHANNEL);
  private readonly _signedOut = new Subject<string>();
  private readonly _switched = new Subject<string>();

  /** Id of an account that another tab signed out; see `Account.id`. */
  readonly signedOut$: Observable<string> = this._signedOut.asObservable();

  /** Id of the account that another tab acts for from now on; with tokens in localStorage only. */
  readonly switched$: Observable<string> = this._switched.asObservable();

  constructor() {
    this.channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string') this._signedOut.next(data);
    };
    // How MSAL names it; F44 fails when it does so no longer.
    const choice = `msal.${this.settings.clientId}.active-account-filters`;
    const tell = ({ key, newValue }: StorageEvent) => {
      if (key !== choice || !newValue) return;
      this._switched.next((JSON.parse(newValue) as { homeAccountId: string }).homeAccountId);
    };
    window.addEventListener('storage', tell);
    inject(DestroyRef).onDestroy(() => {
      this.channel.close();
      window.removeEventListener('storage', tell);
    });
  }

  /** Tells every other tab; this one hears nothing of it. */
  tellSignedOut(accountIds: readonly string[]): Promise<void> {
    for (const id of accountIds) this.channel.postMessage(id);
    return Promise.resolve();
  }
}
