import { DestroyRef, inject, Service } from '@angular/core';
import { type Observable, Subject } from 'rxjs';
import { SETTINGS } from '../../settings/settings';
import { storageKey } from '../accounts/account-storage';

/** A time: when somebody was last active. `due`: the timeout is over. `ended`: every tab's session has ended. */
export type IdleMessage = number | 'due' | 'ended';

/** Connects the idle timeouts of the app's tabs. */
@Service()
export class IdleChannel {
  private readonly channel = new BroadcastChannel(storageKey(inject(SETTINGS), 'idle'));
  private readonly _messages = new Subject<IdleMessage>();

  /** Messages of the other tabs. */
  readonly messages$: Observable<IdleMessage> = this._messages.asObservable();

  constructor() {
    this.channel.onmessage = ({ data }: MessageEvent<IdleMessage>) => {
      this._messages.next(data);
    };
    inject(DestroyRef).onDestroy(() => {
      this.channel.close();
    });
  }

  /** Sends a message to every other tab. */
  broadcast(message: IdleMessage): void {
    this.channel.postMessage(message);
  }
}
