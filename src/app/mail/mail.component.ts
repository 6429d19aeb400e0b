import { Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { visibleText } from '../auth/accounts/person-name';
import { formatLocale } from '../settings/format-locale';
import { CallProblemComponent } from '../ui/problem/call-problem.component';
import { debounced } from '../ui/debounced';
import { PanesDirective } from '../ui/panes.directive';
import { VirtualListComponent } from '../ui/virtual-list/virtual-list.component';
import { MailClient } from './mail-client';
import type { Message, MessageSummary } from './message';
import { MessageComponent, nameOf, subjectOf } from './message.component';

const TIME = new Intl.DateTimeFormat(formatLocale, { timeStyle: 'short' });
const DAY = new Intl.DateTimeFormat(formatLocale, { dateStyle: 'medium' });

/**
 * The person's mail: the model of a page with a permission of its own (see `mail.routes.ts`) and of a long list. What
 * is open stands in the address, so that Back, a reload and a bookmark work.
 */
@Component({
  selector: 'app-mail',
  imports: [
    CallProblemComponent,
    MessageComponent,
    RouterLink,
    PanesDirective,
    VirtualListComponent,
  ],
  templateUrl: './mail.component.html',
})
export class MailComponent {
  private readonly mail = inject(MailClient);
  private readonly router = inject(Router);
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap);

  protected readonly open = computed(() => this.query()?.get('message') ?? undefined);
  protected readonly folder = computed(() => this.query()?.get('folder') ?? '');
  /** What fails here is only the choice: the page shows all mail then. */
  private readonly allFolders = this.mail.folders();
  protected readonly folders = computed(() =>
    (this.allFolders.hasValue() ? this.allFolders.value() : []).map((folder) => ({
      id: folder.id,
      name: visibleText(folder.displayName) || folder.id,
      unread: folder.unreadItemCount,
    })),
  );
  protected readonly search = signal('');
  protected readonly messages = this.mail.messages(this.folder, debounced(this.search, ''));
  /** Marks made here, which the list does not know yet. */
  private readonly marks = signal<ReadonlyMap<string, boolean>>(new Map());
  protected readonly rows = computed(() =>
    this.messages.items().map((message) => this.row(message)),
  );

  protected mark({ id, isRead }: Message): void {
    this.marks.update((marks) => new Map(marks).set(id, isRead));
  }

  protected openFolder(id: string): void {
    void this.router.navigate([], { queryParams: { folder: id || null } });
  }

  protected close(): void {
    void this.router.navigate([], { queryParams: { message: null }, queryParamsHandling: 'merge' });
  }

  private row(message: MessageSummary) {
    const received = new Date(message.receivedDateTime);
    const isToday = received.toDateString() === new Date().toDateString();
    return {
      id: message.id,
      subject: subjectOf(message),
      from: nameOf(message.from),
      preview: message.bodyPreview ?? '',
      time: (isToday ? TIME : DAY).format(received),
      isRead: this.marks().get(message.id) ?? message.isRead,
    };
  }
}
