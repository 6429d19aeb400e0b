import { Component, computed, inject } from '@angular/core';
import { IdleTimeout } from '../auth/idle/idle-timeout';
import { Session } from '../auth/session/session';
import { ModalDirective } from '../ui/modal.directive';

/** Warns in the last minute before the idle timeout. */
@Component({
  selector: 'app-idle-warning-dialog',
  imports: [ModalDirective],
  templateUrl: './idle-warning-dialog.component.html',
})
export class IdleWarningDialogComponent {
  protected readonly session = inject(Session);
  protected readonly idle = inject(IdleTimeout);

  protected readonly isShown = computed(
    () => this.idle.secondsLeft() !== undefined && !this.session.isRedirecting(),
  );
  /** For screen readers, which a number that changes every second would interrupt. */
  protected readonly announcement = computed(() => {
    const seconds = this.idle.secondsLeft() ?? 60;
    if (seconds > 30) return '';
    return seconds > 10 ? $localize`30 seconds left.` : $localize`10 seconds left.`;
  });
}
