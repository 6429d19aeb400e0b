import { Component, computed, inject, signal } from '@angular/core';
import { PERSONAL_ACCOUNTS } from '../auth/accounts/account';
import { Session } from '../auth/session/session';
import { SETTINGS } from '../settings/settings';
import { copyText } from '../ui/browser/copy-text';
import { KeepDraftDirective } from '../ui/keep-draft.directive';
import { correctionEmail } from './correction-email';

/** Helps to get the profile corrected, which the app itself may only read. */
@Component({
  selector: 'app-correction',
  imports: [KeepDraftDirective],
  templateUrl: './correction.component.html',
})
export class CorrectionComponent {
  private readonly session = inject(Session);
  protected readonly supportEmail = inject(SETTINGS).supportEmail;
  protected readonly OPENED = $localize`If no email program opens, copy the text.`;

  protected readonly isPersonal = computed(
    () => this.session.account()?.tenantId === PERSONAL_ACCOUNTS,
  );
  protected readonly text = signal('');
  protected readonly status = signal('');
  protected readonly email = computed(() =>
    correctionEmail(this.supportEmail ?? '', this.text(), this.session.account()?.username ?? ''),
  );

  protected async copy(field: HTMLTextAreaElement): Promise<void> {
    if (this.text().trim() === '') return;
    this.status.set('');
    if (await copyText(this.text())) {
      this.status.set($localize`Copied.`);
    } else {
      field.select();
      this.status.set(
        $localize`The browser did not allow it. The text is selected: copy it yourself.`,
      );
    }
  }
}
