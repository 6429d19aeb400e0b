import type { Cloud } from '../../cloud.ts';
import type { Meeting } from '../../directory/mailbox/items.ts';
import { requireScope } from '../bearer.ts';
import type { Caller } from '../bearer.ts';
import { collection } from '../query/collection.ts';
import { EVENT_PROPERTIES, eventResource } from './event.ts';
import { accessDenied, invalidBody, itemNotFound } from '../mail/mail-errors.ts';
import { pick, readSelect } from '../query/select.ts';
import { preferredZone, readInstant, runsFrom } from './time-zone.ts';

/** /me/calendarView and /me/events */

const READ = ['Calendars.Read', 'Calendars.ReadWrite'];

export interface CalendarRequest {
  readonly query: URLSearchParams;
  /** The Prefer header. */
  readonly prefer: string | undefined;
}

/**
 * Lists what is in a time window: single events and the occurrences of series.
 * @see https://learn.microsoft.com/graph/api/user-list-calendarview
 *
 * @throws GraphError 400 without both ends of the window
 */
export function calendarView(cloud: Cloud, caller: Caller, request: CalendarRequest): object {
  requireScope(caller, READ, accessDenied);
  const isShown = inWindow(request, ({ type }) => type !== 'seriesMaster');
  return list(cloud, caller, request, { name: 'calendarView', isShown });
}

/**
 * Lists the calendar as it is kept: single events and series, without the occurrences of these.
 * @see https://learn.microsoft.com/graph/api/user-list-events
 */
export function events(cloud: Cloud, caller: Caller, request: CalendarRequest): object {
  requireScope(caller, READ, accessDenied);
  const isShown = ({ type }: Meeting) => type === 'singleInstance' || type === 'seriesMaster';
  return list(cloud, caller, request, { name: 'events', isShown });
}

/**
 * Lists the occurrences of a series in a time window.
 * @see https://learn.microsoft.com/graph/api/event-list-instances
 *
 * @throws GraphError 400 without both ends of the window
 */
export function instances(
  cloud: Cloud,
  caller: Caller,
  id: string,
  request: CalendarRequest,
): object {
  requireScope(caller, READ, accessDenied);
  findMeeting(cloud, caller, id);
  const isShown = inWindow(request, ({ seriesMasterId }) => seriesMasterId === id);
  const name = `events/${encodeURIComponent(id)}/instances`;
  return list(cloud, caller, request, { name, isShown });
}

type Test = (meeting: Meeting) => boolean;

function inWindow({ query, prefer }: CalendarRequest, isMeant: Test): Test {
  const [from = 0, to = 0] = ['startDateTime', 'endDateTime'].map((name) => {
    const value = query.get(name);
    if (value === null || value === '') {
      throw invalidBody(
        `This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.`,
      );
    }
    return readInstant(value);
  });
  const zone = preferredZone(prefer);
  return (meeting) => {
    const [start, end] = runsFrom(meeting, zone);
    return isMeant(meeting) && end > from && start < to;
  };
}

function list(
  cloud: Cloud,
  caller: Caller,
  { query, prefer }: CalendarRequest,
  { name, isShown }: { name: string; isShown: Test },
): object {
  const zone = preferredZone(prefer);
  const items = [...cloud.mailboxes.of(caller.person).meetings.values()]
    .filter(isShown)
    .map((meeting) => ({ meeting, from: runsFrom(meeting, zone)[0] }))
    .sort((a, b) => a.from - b.from)
    .map(({ meeting }) => eventResource(meeting, caller.person, zone));
  const rules = {
    type: 'event',
    properties: EVENT_PROPERTIES,
    defaults: EVENT_PROPERTIES,
    context: `users('${caller.person.id}')/${name}`,
    path: `/me/${name}`,
    defaultTop: 10,
    mostTop: 1000,
    service: 'exchange',
    always: ['@odata.etag', 'id'],
    searched: ['subject'],
  } as const;
  return collection(cloud, items, rules, query);
}

export function event(cloud: Cloud, caller: Caller, id: string, request: CalendarRequest): object {
  requireScope(caller, READ, accessDenied);
  const select = request.query.get('$select');
  const selection = readSelect(select, EVENT_PROPERTIES, EVENT_PROPERTIES, 'event');
  const zone = preferredZone(request.prefer);
  const resource = eventResource(findMeeting(cloud, caller, id), caller.person, zone);
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#users('${caller.person.id}')/events${selection.suffix}/$entity`,
    ...pick(resource, [...new Set(['@odata.etag', 'id', ...selection.names])]),
  };
}

/** @throws GraphError 404 ErrorItemNotFound */
export function findMeeting(cloud: Cloud, caller: Caller, id: string): Meeting {
  const meeting = cloud.mailboxes.of(caller.person).meetings.get(id);
  if (!meeting) {
    throw itemNotFound();
  }
  return meeting;
}
