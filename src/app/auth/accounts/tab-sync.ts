import { inject, DestroyRef, Service } from '@angular/core';
import { type Observable, Subject } from 'rxjs';
import { SETTINGS } from '../../settings/settings';
import { storageKey } from './account-storage';
import { activeAccountKey } from './msal-storage-keys';
import { signInTime } from './sign-in-time';
import { isSignedOutSince, setSignOutMarker } from './sign-out-marker';

/** Broadcasts sign-outs to the app's other tabs, which MSAL does with localStorage only. */
@Service()
export class TabSync {
  private readonly settings = inject(SETTINGS);
  private readonly channel = new BroadcastChannel(storageKey(this.settings, 'signed-out'));
  private readonly _signedOut = new Subject<string>();
  private readonly _activeAccountChanged = new Subject<string>();

  readonly signedOut$: Observable<string> = this._signedOut.asObservable();

  /** Emits the id of the account that another tab has activated; with localStorage only. */
  readonly activeAccountChanged$: Observable<string> = this._activeAccountChanged.asObservable();

  constructor() {
    this.channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string') this._signedOut.next(data);
    };
    const key = activeAccountKey(this.settings.clientId);
    const onStorage = (event: StorageEvent) => {
      const id = event.key === key ? parseAccountId(event.newValue) : undefined;
      if (id !== undefined) this._activeAccountChanged.next(id);
    };
    window.addEventListener('storage', onStorage);
    inject(DestroyRef).onDestroy(() => {
      this.channel.close();
      window.removeEventListener('storage', onStorage);
    });
  }

  /** Signs accounts out in the other tabs: open ones by a message, later ones by a marker. */
  async broadcastSignOut(accountIds: readonly string[]): Promise<void> {
    for (const id of accountIds) this.channel.postMessage(id);
    if (this.settings.cacheLocation === 'sessionStorage')
      await Promise.all(accountIds.map((id) => setSignOutMarker(this.settings, id)));
  }

  /** Returns the accounts that another tab has signed out since their sign-in here. */
  async missedSignOuts(accountIds: readonly string[]): Promise<string[]> {
    const missed: string[] = [];
    if (this.settings.cacheLocation === 'sessionStorage')
      for (const id of accountIds)
        if (await isSignedOutSince(this.settings, id, signInTime(id, this.settings) ?? 0))
          missed.push(id);
    return missed;
  }
}

/** Another app of the origin may have written the entry: what is no account is ignored. */
function parseAccountId(entry: string | null): string | undefined {
  try {
    const { homeAccountId } = Object(JSON.parse(entry ?? 'null')) as { homeAccountId?: unknown };
    return typeof homeAccountId === 'string' ? homeAccountId : undefined;
  } catch {
    return undefined;
  }
}
