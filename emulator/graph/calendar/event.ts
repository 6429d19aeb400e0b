import type { Meeting } from '../../directory/mailbox/items.ts';
import { toAddress } from '../../directory/mailbox/items.ts';
import type { Person } from '../../directory/person.ts';
import { toVersion } from '../mail/mail-errors.ts';
import { toWall, toZoned } from './time-zone.ts';

/** The event resource (Graph v1.0), its times in the zone the client prefers. */
export function eventResource(
  meeting: Meeting,
  reader: Person,
  zone: string,
): Record<string, unknown> {
  const { changeKey, etag } = toVersion(meeting);
  const modified = new Date(meeting.modifiedAt).toISOString();
  const isOrganizer = meeting.organizer.id === reader.id;
  const location = {
    displayName: meeting.location,
    locationType: 'default',
    uniqueId: meeting.location,
    uniqueIdType: 'private',
  };
  const time = meeting.isAllDay ? toWall : toZoned;
  return {
    '@odata.etag': etag,
    id: meeting.id,
    createdDateTime: modified,
    lastModifiedDateTime: modified,
    changeKey,
    categories: [],
    transactionId: null,
    originalStartTimeZone: meeting.timeZone,
    originalEndTimeZone: meeting.timeZone,
    iCalUId: meeting.id.slice(6),
    reminderMinutesBeforeStart: 15,
    isReminderOn: true,
    hasAttachments: false,
    subject: meeting.subject,
    bodyPreview: meeting.body.replace(/<[^>]*>/g, '').slice(0, 255),
    importance: 'normal',
    sensitivity: 'normal',
    isAllDay: meeting.isAllDay,
    isCancelled: meeting.isCancelled,
    isOrganizer,
    responseRequested: true,
    seriesMasterId: meeting.seriesMasterId,
    showAs: meeting.showAs,
    type: meeting.type,
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(meeting.id)}`,
    onlineMeetingUrl: null,
    isOnlineMeeting: false,
    onlineMeetingProvider: 'unknown',
    allowNewTimeProposals: true,
    isDraft: false,
    hideAttendees: false,
    responseStatus: { response: isOrganizer ? 'organizer' : 'accepted', time: modified },
    body: { contentType: 'html', content: meeting.body },
    start: time(meeting.start, zone),
    end: time(meeting.end, zone),
    location,
    locations: [location],
    recurrence: recurrenceResource(meeting),
    attendees: meeting.attendees.map((emailAddress) => ({
      type: 'required',
      status: { response: 'none', time: '0001-01-01T00:00:00Z' },
      emailAddress,
    })),
    organizer: { emailAddress: toAddress(meeting.organizer) },
    onlineMeeting: null,
  };
}

function recurrenceResource({ recurrence, timeZone }: Meeting): Record<string, unknown> | null {
  return (
    recurrence && {
      pattern: {
        type: 'weekly',
        interval: recurrence.interval,
        month: 0,
        dayOfMonth: 0,
        daysOfWeek: recurrence.daysOfWeek,
        firstDayOfWeek: 'sunday',
        index: 'first',
      },
      range: {
        type: 'endDate',
        startDate: recurrence.firstDay,
        endDate: recurrence.lastDay,
        recurrenceTimeZone: timeZone,
        numberOfOccurrences: 0,
      },
    }
  );
}

export const EVENT_PROPERTIES = [
  ...['id', 'createdDateTime', 'lastModifiedDateTime', 'changeKey', 'categories'],
  ...['transactionId', 'originalStartTimeZone', 'originalEndTimeZone', 'iCalUId'],
  ...['reminderMinutesBeforeStart', 'isReminderOn', 'hasAttachments', 'subject', 'bodyPreview'],
  ...['importance', 'sensitivity', 'isAllDay', 'isCancelled', 'isOrganizer'],
  ...['responseRequested', 'seriesMasterId', 'showAs', 'type', 'webLink', 'onlineMeetingUrl'],
  ...['isOnlineMeeting', 'onlineMeetingProvider', 'allowNewTimeProposals', 'isDraft'],
  ...['hideAttendees', 'responseStatus', 'body', 'start', 'end', 'location', 'locations'],
  ...['recurrence', 'attendees', 'organizer', 'onlineMeeting'],
];
