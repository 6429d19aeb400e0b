import * as v from 'valibot';
import type { Cloud } from '../cloud.ts';
import { mailId } from '../directory/mailbox.ts';
import type { Meeting } from '../directory/mailbox.ts';
import { opaque } from '../tokens/random.ts';
import { parseBody } from './body.ts';
import { requireScope } from './bearer.ts';
import type { Caller } from './bearer.ts';
import { collection } from './collection.ts';
import { EVENT_PROPERTIES, eventResource } from './event.ts';
import { accessDenied, checkVersion, invalidBody, itemNotFound, toVersion } from './mail-errors.ts';
import { pick, readSelect } from './select.ts';
import { fromZoned, preferredZone, readInstant } from './time-zone.ts';

/** /me/calendarView and /me/events */

const READ = ['Calendars.Read', 'Calendars.ReadWrite'];
const WRITE = ['Calendars.ReadWrite'];

export interface CalendarRequest {
  readonly query: URLSearchParams;
  /** The Prefer header. */
  readonly prefer: string | undefined;
}

export function calendarView(cloud: Cloud, caller: Caller, request: CalendarRequest): object {
  requireScope(caller, READ, accessDenied);
  const [start, end] = ['startDateTime', 'endDateTime'].map((name) => {
    const value = request.query.get(name);
    if (value === null || value === '') {
      throw invalidBody(
        `This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.`,
      );
    }
    return readInstant(value);
  });
  const within = (meeting: Meeting) => meeting.end > (start ?? 0) && meeting.start < (end ?? 0);
  return list(cloud, caller, request, { name: 'calendarView', within });
}

export function events(cloud: Cloud, caller: Caller, request: CalendarRequest): object {
  requireScope(caller, READ, accessDenied);
  return list(cloud, caller, request, { name: 'events', within: () => true });
}

function list(
  cloud: Cloud,
  caller: Caller,
  { query, prefer }: CalendarRequest,
  { name, within }: { name: string; within: (meeting: Meeting) => boolean },
): object {
  const zone = preferredZone(prefer);
  const meetings = [...cloud.mailboxes.of(caller.person).meetings.values()]
    .filter(within)
    .sort((a, b) => a.start - b.start);
  const items = meetings.map((meeting) => eventResource(meeting, caller.person, zone));
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
  const resource = eventResource(find(cloud, caller, id), caller.person, zone);
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#users('${caller.person.id}')/events${selection.suffix}/$entity`,
    ...pick(resource, [...new Set(['@odata.etag', 'id', ...selection.names])]),
  };
}

const zoned = v.object({ dateTime: v.string(), timeZone: v.string() });
const changeSchema = v.object({
  subject: v.optional(v.string()),
  body: v.optional(v.object({ contentType: v.string(), content: v.string() })),
  start: v.optional(zoned),
  end: v.optional(zoned),
  isAllDay: v.optional(v.boolean()),
  location: v.optional(v.object({ displayName: v.string() })),
  attendees: v.optional(
    v.array(
      v.object({
        emailAddress: v.object({ address: v.string(), name: v.optional(v.string(), '') }),
      }),
    ),
  ),
});
type Change = v.InferOutput<typeof changeSchema>;

export function createEvent(cloud: Cloud, caller: Caller, body: unknown): string {
  requireScope(caller, WRITE, accessDenied);
  const change = parseBody(changeSchema, body);
  if (!change.start || !change.end) {
    throw invalidBody('Property start and end in payload are required.');
  }
  const meeting: Meeting = {
    id: mailId(caller.person, opaque(cloud.random, 8)),
    version: 0,
    subject: '',
    body: '',
    location: '',
    start: 0,
    end: 0,
    isAllDay: false,
    organizer: caller.person,
    attendees: [],
    timeZone: change.start.timeZone,
    modifiedAt: 0,
  };
  apply(cloud, meeting, change);
  cloud.mailboxes.of(caller.person).meetings.set(meeting.id, meeting);
  return meeting.id;
}

export function updateEvent(
  cloud: Cloud,
  caller: Caller,
  id: string,
  { body, ifMatch }: { body: unknown; ifMatch: string | undefined },
): void {
  requireScope(caller, WRITE, accessDenied);
  const meeting = find(cloud, caller, id);
  checkVersion(ifMatch, toVersion(meeting).etag);
  apply(cloud, meeting, parseBody(changeSchema, body));
}

export function deleteEvent(cloud: Cloud, caller: Caller, id: string): void {
  requireScope(caller, WRITE, accessDenied);
  find(cloud, caller, id);
  cloud.mailboxes.of(caller.person).meetings.delete(id);
}

function apply(cloud: Cloud, meeting: Meeting, change: Change): void {
  const start = change.start ? fromZoned(change.start) : meeting.start;
  const end = change.end ? fromZoned(change.end) : meeting.end;
  if (end < start) {
    throw invalidBody('The start date of the event must not be after its end date.');
  }
  const { subject, isAllDay, body, location, attendees } = change;
  Object.assign(meeting, {
    start,
    end,
    ...(subject !== undefined && { subject }),
    ...(isAllDay !== undefined && { isAllDay }),
    ...(body && { body: body.content }),
    ...(location && { location: location.displayName }),
    ...(attendees && { attendees: attendees.map(({ emailAddress }) => emailAddress) }),
    modifiedAt: cloud.clock(),
    version: meeting.version + 1,
  });
}

function find(cloud: Cloud, caller: Caller, id: string): Meeting {
  const meeting = cloud.mailboxes.of(caller.person).meetings.get(id);
  if (!meeting) {
    throw itemNotFound();
  }
  return meeting;
}
