import { Component, computed, inject, linkedSignal } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from './auth/session';
import { SessionEnd } from './auth/session-end';
import { ModalDirective } from './ui/modal.directive';

/** Says in time that the session ends, and after it that it has, and signs in again to the same place. */
@Component({
  selector: 'app-session-end',
  imports: [ModalDirective],
  templateUrl: './session-end.component.html',
})
export class SessionEndComponent {
  protected readonly session = inject(Session);
  private readonly router = inject(Router);

  protected readonly stage = inject(SessionEnd).stage;
  /** Put off until the next stage comes. */
  private readonly isPutOff = linkedSignal({ source: this.stage, computation: () => false });
  protected readonly isShown = computed(
    () => this.stage() !== undefined && !this.isPutOff() && !this.session.isLeaving(),
  );

  protected putOff(): void {
    this.isPutOff.set(true);
  }

  protected signIn(): void {
    this.session.signInAgain(this.router.url);
  }
}
