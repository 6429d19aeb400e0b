import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { visibleText } from '../auth/accounts/person-name';
import { Session } from '../auth/session/session';
import { GrantedScopes } from '../auth/tokens/granted-scopes';
import { formatLocale } from '../settings/format-locale';
import { NavigationLinks } from '../ui/navigation-links';
import { CALENDAR_SCOPES, MAIL_SCOPE, type Meeting, OverviewClient } from './overview-client';

const DAY = new Intl.DateTimeFormat(formatLocale, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});
/** An all-day event is on a date, wherever the reader is. */
const DATE = new Intl.DateTimeFormat(formatLocale, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const TIME = new Intl.DateTimeFormat(formatLocale, { timeStyle: 'short' });

/**
 * The next meetings and how much mail is unread, each where its page has the person's consent already: the home page
 * asks for nothing, and leaves out what it cannot have.
 */
@Component({
  selector: 'app-overview',
  imports: [RouterLink],
  templateUrl: './overview.component.html',
})
export class OverviewComponent {
  private readonly client = inject(OverviewClient);
  private readonly account = inject(Session).account;
  private readonly granted = inject(GrantedScopes);

  private readonly pages = inject(NavigationLinks).links;

  protected readonly unread = this.client.unread(() => this.accountFor('/mail', MAIL_SCOPE));
  private readonly loaded = this.client.meetings(() =>
    this.accountFor('/calendar', ...CALENDAR_SCOPES),
  );
  protected readonly meetings = computed(() =>
    this.loaded.hasValue() ? this.loaded.value().map((meeting) => describe(meeting)) : undefined,
  );

  /** The active account, where the app has that page and consent for what it shows. */
  private accountFor(path: string, ...scopes: readonly string[]): string | undefined {
    const hasPage = this.pages().some((page) => page.path === path);
    return hasPage && this.granted.has(...scopes) ? this.account()?.id : undefined;
  }
}

function describe({ id, subject, start, isAllDay }: Meeting) {
  const time = new Date(`${start.dateTime.slice(0, 19)}Z`);
  const isToday = time.toDateString() === new Date().toDateString();
  const day = isAllDay ? DATE.format(time) : isToday ? '' : DAY.format(time);
  return {
    id,
    subject: visibleText(subject) || $localize`No subject`,
    when: [
      day,
      isAllDay
        ? $localize`:An event that takes the whole day, after its date:all day`
        : TIME.format(time),
    ]
      .filter(Boolean)
      .join(', '),
  };
}
