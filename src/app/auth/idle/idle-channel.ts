import { DestroyRef, inject, Service } from '@angular/core';
import { type Observable, Subject } from 'rxjs';
import { SETTINGS } from '../../settings/settings';
import { storageKey } from '../accounts/account-storage';

/** The time of the last activity; `due`: the timeout is over; `ended`: the sessions of all tabs have ended. */
export type IdleMessage = number | 'due' | 'ended';

@Service()
export class IdleChannel {
  private readonly channel = new BroadcastChannel(storageKey(inject(SETTINGS), 'idle'));
  private readonly _messages = new Subject<IdleMessage>();

  readonly messages$: Observable<IdleMessage> = this._messages.asObservable();

  constructor() {
    this.channel.onmessage = ({ data }: MessageEvent<IdleMessage>) => {
      this._messages.next(data);
    };
    inject(DestroyRef).onDestroy(() => {
      this.channel.close();
    });
  }

  broadcast(message: IdleMessage): void {
    this.channel.postMessage(message);
  }
}
