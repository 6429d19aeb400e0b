import { HttpContext, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import * as v from 'valibot';
import { SILENT_ONLY } from '../auth/tokens/auth.interceptor';
import { addProtectedResources } from '../auth/tokens/provide-protected-resources';
import { SETTINGS } from '../settings/settings';

export const MAIL_SCOPE = 'Mail.Read';
/** As the calendar page has them. */
export const CALENDAR_SCOPES = ['Calendars.Read', 'MailboxSettings.Read'];

const DAYS_AHEAD = 7;
const MAX_MEETINGS = 3;

const Inbox = v.object({ unreadItemCount: v.number() });
const UtcTime = v.object({
  dateTime: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/)),
});
const Meeting = v.object({
  id: v.string(),
  subject: v.nullish(v.string()),
  start: UtcTime,
  end: UtcTime,
  isAllDay: v.nullish(v.boolean(), false),
  isCancelled: v.nullish(v.boolean(), false),
});
const Meetings = v.object({ value: v.array(Meeting) });
/** @see https://learn.microsoft.com/graph/api/resources/event */
export type Meeting = v.InferOutput<typeof Meeting>;

/** The calls of the home page. They never lead to a sign-in. Each needs an injection context. */
@Service()
export class OverviewClient {
  private readonly url = `${inject(SETTINGS).graphBaseUrl}/v1.0/me`;
  private readonly context = new HttpContext().set(SILENT_ONLY, true);

  constructor() {
    addProtectedResources(
      { paths: ['/v1.0/me/mailFolders/inbox'], scopes: [MAIL_SCOPE] },
      { paths: ['/v1.0/me/calendarView'], scopes: CALENDAR_SCOPES },
    );
  }

  /**
   * Returns how many messages of the inbox are unread.
   * @param account id of the active account; undefined loads nothing
   * @see https://learn.microsoft.com/graph/api/mailfolder-get
   */
  unread(account: () => string | undefined): HttpResourceRef<number | undefined> {
    return httpResource(
      () =>
        account() === undefined
          ? undefined
          : {
              url: `${this.url}/mailFolders/inbox`,
              params: { $select: 'unreadItemCount' },
              context: this.context,
            },
      { parse: (body) => v.parse(Inbox, body).unreadItemCount },
    );
  }

  /**
   * Returns the next meetings of the days to come, one that runs included, their times in UTC.
   * @param account as for `unread`
   * @see https://learn.microsoft.com/graph/api/user-list-calendarview
   */
  meetings(account: () => string | undefined): HttpResourceRef<Meeting[] | undefined> {
    return httpResource(
      () => {
        if (account() === undefined) return undefined;
        const now = new Date();
        return {
          url: `${this.url}/calendarView`,
          params: {
            startDateTime: now.toISOString(),
            endDateTime: new Date(now.getTime() + DAYS_AHEAD * 86_400_000).toISOString(),
            $select: Object.keys(Meeting.entries).join(),
            $orderby: 'start/dateTime',
            $top: 20,
          },
          headers: { Prefer: 'outlook.timezone="UTC"' },
          context: this.context,
        };
      },
      {
        parse: (body) =>
          v
            .parse(Meetings, body)
            .value.filter(({ isCancelled }) => !isCancelled)
            .slice(0, MAX_MEETINGS),
      },
    );
  }
}
