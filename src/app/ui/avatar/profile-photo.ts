import { inject, linkedSignal, Service, type WritableSignal } from '@angular/core';
import { Session } from '../../auth/session/session';

/** The photo of the active account, once a page has loaded it: the header shows it too, and asks for none itself. */
@Service()
export class ProfilePhoto {
  private readonly session = inject(Session);
  /** Undefined again as soon as another account is the active one. */
  readonly photo: WritableSignal<Blob | undefined> = linkedSignal({
    source: () => this.session.account()?.id,
    computation: (): Blob | undefined => undefined,
  });
}
