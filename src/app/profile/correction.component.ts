import { Component, inject, signal } from '@angular/core';
import { Session } from '../auth/session/session';
import { KeepDraftDirective } from '../ui/keep-draft.directive';
import { correctionEmail } from './correction-email';

/** Writes an email with a correction of the profile, which the app itself may only read. */
@Component({
  selector: 'app-correction',
  imports: [KeepDraftDirective],
  templateUrl: './correction.component.html',
})
export class CorrectionComponent {
  private readonly session = inject(Session);
  protected readonly isWritten = signal(false);

  protected write(event: Event, correction: string): void {
    event.preventDefault();
    window.location.href = correctionEmail(correction, this.session.account()?.username ?? '');
    this.isWritten.set(true);
  }
}
