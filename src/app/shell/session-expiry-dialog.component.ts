import { Component, computed, inject, linkedSignal } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '../auth/session/session';
import { SessionExpiry } from '../auth/session/session-expiry';
import { ModalDirective } from '../ui/modal.directive';

/** Warns that the session ends or has ended, and signs in again to the same page. */
@Component({
  selector: 'app-session-expiry-dialog',
  imports: [ModalDirective],
  templateUrl: './session-expiry-dialog.component.html',
})
export class SessionExpiryDialogComponent {
  protected readonly session = inject(Session);
  private readonly router = inject(Router);

  protected readonly state = inject(SessionExpiry).state;
  /** Reset when the state changes. */
  private readonly isDismissed = linkedSignal({ source: this.state, computation: () => false });
  protected readonly isShown = computed(
    () => this.state() !== undefined && !this.isDismissed() && !this.session.isRedirecting(),
  );

  protected dismiss(): void {
    this.isDismissed.set(true);
  }

  protected signIn(): void {
    this.session.signInAgain(this.router.url);
  }
}
