import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import * as v from 'valibot';
import { graphPages, type GraphPages } from '../graph/graph-pages';
import { SETTINGS } from '../settings/settings';
import { CalendarEvent, EVENT_FIELDS } from './event';
import { addDays } from './week';

const Settings = v.object({ timeZone: v.nullish(v.string()) });

/** The calls of the calendar page. Each needs an injection context. */
@Service()
export class CalendarClient {
  private readonly url = `${inject(SETTINGS).graphBaseUrl}/v1.0/me`;

  /**
   * Returns the time zone of the person's mailbox, as Windows (`W. Europe Standard Time`) or IANA names it.
   * @see https://learn.microsoft.com/graph/api/user-get-mailboxsettings
   */
  timeZone(): HttpResourceRef<string | undefined> {
    return httpResource(
      () => ({ url: `${this.url}/mailboxSettings`, params: { $select: 'timeZone' } }),
      {
        parse: (body) => v.parse(Settings, body).timeZone ?? 'UTC',
      },
    );
  }

  /**
   * Returns the events of a week, their times in a zone. The window is a day wider at both ends, so that it holds the
   * week of every zone; what is too much is for the caller to leave out.
   * @see https://learn.microsoft.com/graph/api/user-list-calendarview
   *
   * @param week its Monday, and the zone; undefined loads nothing
   */
  week(week: () => { monday: string; timeZone: string } | undefined): GraphPages<CalendarEvent> {
    return graphPages({
      item: CalendarEvent,
      request: () => {
        const wanted = week();
        if (!wanted) return undefined;
        return {
          url: `${this.url}/calendarView`,
          params: {
            startDateTime: `${addDays(wanted.monday, -1)}T00:00:00Z`,
            endDateTime: `${addDays(wanted.monday, 8)}T00:00:00Z`,
            $select: EVENT_FIELDS,
            $orderby: 'start/dateTime',
            $top: 200,
          },
          headers: { Prefer: `outlook.timezone="${wanted.timeZone.replace(/["\\]/g, '')}"` },
        };
      },
    });
  }
}
