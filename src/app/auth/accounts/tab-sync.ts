import { inject, DestroyRef, Service } from '@angular/core';
import { type Observable, Subject } from 'rxjs';
import { SETTINGS } from '../../settings/settings';
import { signInTime } from './sign-in-time';
import { isSignedOutSince, setSignOutMarker } from './sign-out-marker';

const CHANNEL = 'app.signed-out';

/**
 * Tells the app's other tabs that an account was signed out. MSAL tells them only when tokens are in
 * localStorage, and a tab that keeps its own would stay signed in.
 */
@Service()
export class TabSync {
  private readonly settings = inject(SETTINGS);
  private readonly channel = new BroadcastChannel(CHANNEL);
  private readonly _signedOut = new Subject<string>();
  private readonly _activeAccountChanged = new Subject<string>();

  /** Id of an account that another tab signed out; see `Account.id`. */
  readonly signedOut$: Observable<string> = this._signedOut.asObservable();

  /** Id of the account that another tab acts for from now on; with tokens in localStorage only. */
  readonly activeAccountChanged$: Observable<string> = this._activeAccountChanged.asObservable();

  constructor() {
    this.channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string') this._signedOut.next(data);
    };
    // MSAL's own storage key: the e2e tests F44 fail when it is renamed.
    const choice = `msal.${this.settings.clientId}.active-account-filters`;
    const tell = ({ key, newValue }: StorageEvent) => {
      if (key !== choice || !newValue) return;
      this._activeAccountChanged.next(
        (JSON.parse(newValue) as { homeAccountId: string }).homeAccountId,
      );
    };
    window.addEventListener('storage', tell);
    inject(DestroyRef).onDestroy(() => {
      this.channel.close();
      window.removeEventListener('storage', tell);
    });
  }

  /**
   * Tells every other tab; this one hears nothing of it. A tab with tokens of its own that is closed now, or on
   * another page, is told when it comes back.
   */
  async broadcastSignOut(accountIds: readonly string[]): Promise<void> {
    for (const id of accountIds) this.channel.postMessage(id);
    if (this.settings.cacheLocation === 'sessionStorage')
      await Promise.all(accountIds.map(setSignOutMarker));
  }

  /** Which of these accounts another tab has signed out since they signed in here. */
  async missedSignOuts(accountIds: readonly string[]): Promise<string[]> {
    const missed: string[] = [];
    if (this.settings.cacheLocation === 'sessionStorage')
      for (const id of accountIds)
        if (await isSignedOutSince(id, signInTime(id, this.settings) ?? 0)) missed.push(id);
    return missed;
  }
}
