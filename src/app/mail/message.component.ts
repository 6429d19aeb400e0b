import { HttpErrorResponse } from '@angular/common/http';
import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { firstValueFrom } from 'rxjs';
import { personName, visibleText } from '../auth/accounts/person-name';
import { TokenError } from '../auth/errors/token-error';
import { GrantedScopes } from '../auth/tokens/granted-scopes';
import { formatLocale } from '../settings/format-locale';
import { SETTINGS } from '../settings/settings';
import { CallProblemComponent } from '../ui/problem/call-problem.component';
import { PendingAction } from '../ui/pending-action';
import { MailClient } from './mail-client';
import { type Message } from './message';
import { messageBody } from './message-body';

/** The pending action, and the permission that it waits for: see mail.routes.ts. */
const MARK = 'mail.mark';
const WRITE_SCOPE = 'Mail.ReadWrite';

const WHEN = new Intl.DateTimeFormat(formatLocale, { dateStyle: 'full', timeStyle: 'short' });

/** One message, read. */
@Component({
  selector: 'app-message',
  imports: [CallProblemComponent],
  templateUrl: './message.component.html',
})
export class MessageComponent {
  private readonly mail = inject(MailClient);
  private readonly sanitizer = inject(DomSanitizer);
  private readonly pending = inject(PendingAction);
  private readonly granted = inject(GrantedScopes);
  protected readonly mayShowImages = inject(SETTINGS).remoteImages;

  readonly id = input.required<string>();
  readonly closed = output();
  /** Emits the message after it was marked as read or unread. */
  readonly changed = output<Message>();

  protected readonly message = this.mail.message(this.id);
  protected readonly subject = computed(() => subjectOf(this.message.value()));
  protected readonly sender = computed(() => nameOf(this.message.value()?.from));
  protected readonly when = computed(() =>
    WHEN.format(new Date(this.message.value()?.receivedDateTime ?? 0)),
  );
  protected readonly recipients = computed(() => {
    const { toRecipients = [], ccRecipients = [] } = this.message.value() ?? {};
    return [...toRecipients, ...ccRecipients].map(nameOf).join(', ');
  });
  protected readonly showsImages = linkedSignal({ source: this.id, computation: () => false });
  protected readonly body = computed(() => {
    const message = this.message.value();
    return message && messageBody(message, this.sanitizer, this.showsImages());
  });

  /** Why it could not be marked; gone with the message. */
  protected readonly failure = linkedSignal<string, unknown>({
    source: this.id,
    computation: () => undefined,
  });
  protected readonly hasChanged = linkedSignal({ source: this.id, computation: () => false });
  protected readonly isSaving = signal(false);

  constructor() {
    effect(() => {
      if (!this.message.hasValue()) return;
      const message = this.message.value();
      untracked(() => void this.resume(message));
    });
  }

  /** Does what was wanted before the page was left for a permission, unless that was declined. */
  private async resume({ id, isRead }: Message): Promise<void> {
    const wanted = this.pending.take(MARK);
    if (wanted === `${String(!isRead)} ${id}` && this.granted.has(WRITE_SCOPE))
      await this.toggleRead();
  }

  protected async toggleRead(): Promise<void> {
    const message = this.message.value();
    if (!message || this.isSaving()) return;
    this.isSaving.set(true);
    this.failure.set(undefined);
    this.hasChanged.set(false);
    try {
      const updated = await firstValueFrom(this.mail.markAs(message, !message.isRead));
      const { isRead } = updated;
      this.message.set({ ...message, isRead, '@odata.etag': updated['@odata.etag'] });
      this.changed.emit({ ...message, isRead });
    } catch (error) {
      // Another program has changed it: the person decides on what it is now.
      if (error instanceof HttpErrorResponse && error.status === 412) {
        this.hasChanged.set(true);
        this.message.reload();
      } else {
        this.failure.set(error);
        if (error instanceof TokenError && error.kind === 'consent_required')
          this.pending.store(MARK, `${String(!message.isRead)} ${message.id}`);
      }
    } finally {
      this.isSaving.set(false);
    }
  }
}

export function subjectOf(message: Pick<Message, 'subject'> | undefined): string {
  return visibleText(message?.subject) || $localize`No subject`;
}

export function nameOf(recipient: Message['from']): string {
  const { name, address } = recipient?.emailAddress ?? {};
  return visibleText(name) || visibleText(address) || personName();
}
