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
    // Another app of the origin may post anything; a time that is no number would end no session.
    this.channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isIdleMessage(data)) this._messages.next(data);
    };
    inject(DestroyRef).onDestroy(() => {
      this.channel.close();
    });
  }

  broadcast(message: IdleMessage): void {
    this.channel.postMessage(message);
  }
}

function isIdleMessage(data: unknown): data is IdleMessage {
  return data === 'due' || data === 'ended' || Number.isFinite(data);
}
