import * as v from 'valibot';
import type { Cloud } from '../../cloud.ts';
import type { Meeting } from '../../directory/mailbox/items.ts';
import { DAY, bare } from '../../directory/mailbox/meetings.ts';
import { opaque } from '../../tokens/random.ts';
import { parseBody } from '../body.ts';
import { requireScope } from '../bearer.ts';
import type { Caller } from '../bearer.ts';
import { findMeeting } from './calendar.ts';
import { notEmulated } from '../graph-error.ts';
import { accessDenied, checkVersion, invalidBody, toVersion } from '../mail/mail-errors.ts';
import { fromZoned, readWall } from './time-zone.ts';
import type { ZonedTime } from './time-zone.ts';

/** Making, changing and deleting events. */

const WRITE = ['Calendars.ReadWrite'];

const zoned = v.object({ dateTime: v.string(), timeZone: v.string() });
const changeSchema = v.object({
  subject: v.optional(v.string()),
  body: v.optional(v.object({ contentType: v.string(), content: v.string() })),
  start: v.optional(zoned),
  end: v.optional(zoned),
  isAllDay: v.optional(v.boolean()),
  recurrence: v.optional(v.nullable(v.looseObject({}))),
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
  const { person } = caller;
  const meeting: Meeting = {
    ...bare(person, opaque(cloud.random, 8), cloud.clock()),
    version: 0,
    timeZone: change.start.timeZone,
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
  const meeting = findMeeting(cloud, caller, id);
  checkVersion(ifMatch, toVersion(meeting).etag);
  if (meeting.type === 'seriesMaster') {
    throw notEmulated('changes of a whole series');
  }
  apply(cloud, meeting, parseBody(changeSchema, body));
}

export function deleteEvent(cloud: Cloud, caller: Caller, id: string): void {
  requireScope(caller, WRITE, accessDenied);
  findMeeting(cloud, caller, id);
  const { meetings } = cloud.mailboxes.of(caller.person);
  for (const meeting of [...meetings.values()]) {
    if (meeting.id === id || meeting.seriesMasterId === id) {
      meetings.delete(meeting.id);
    }
  }
}

function apply(cloud: Cloud, meeting: Meeting, change: Change): void {
  if (change.recurrence) {
    throw notEmulated('making a series of events');
  }
  const { subject, body, location, attendees } = change;
  Object.assign(meeting, {
    ...readTimes(meeting, change),
    ...(subject !== undefined && { subject }),
    ...(body && { body: body.content }),
    ...(location && { location: location.displayName }),
    ...(attendees && { attendees: attendees.map(({ emailAddress }) => emailAddress) }),
    ...(meeting.type === 'occurrence' && { type: 'exception' }),
    modifiedAt: cloud.clock(),
    version: meeting.version + 1,
  });
}

/** @throws GraphError 400 for an end before the start, and for an all-day event that does not end at midnight */
function readTimes(meeting: Meeting, change: Change): Pick<Meeting, 'start' | 'end' | 'isAllDay'> {
  const isAllDay = change.isAllDay ?? meeting.isAllDay;
  const read = (time: ZonedTime) => {
    const instant = fromZoned(time);
    return isAllDay ? readWall(time.dateTime) : instant;
  };
  const start = change.start ? read(change.start) : meeting.start;
  const end = change.end ? read(change.end) : meeting.end;
  if (end < start) {
    throw invalidBody('The start date of the event must not be after its end date.');
  }
  if (isAllDay && (start % DAY !== 0 || end % DAY !== 0 || start === end)) {
    throw invalidBody(
      'The start and end of an all-day event need to be set to midnight, at least a day apart.',
    );
  }
  return { start, end, isAllDay };
}
