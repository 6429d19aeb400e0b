import type { Event as GraphEvent } from '@microsoft/microsoft-graph-types';
import * as v from 'valibot';

const text = v.nullish(v.string());
/** A time on the clocks of a zone, without an offset: `2026-03-29T09:00:00.0000000`. */
const ZonedTime = v.object({
  dateTime: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/)),
  timeZone: v.string(),
});

const fields = {
  id: v.string(),
  subject: text,
  start: ZonedTime,
  end: ZonedTime,
  isAllDay: v.nullish(v.boolean(), false),
  isCancelled: v.nullish(v.boolean(), false),
  location: v.nullish(v.object({ displayName: text })),
  organizer: v.nullish(v.object({ emailAddress: v.object({ name: text, address: text }) })),
  webLink: text,
} satisfies Partial<Record<keyof GraphEvent, v.GenericSchema>>;

/**
 * An event of a calendar, in the time zone that was asked for.
 * @see https://learn.microsoft.com/graph/api/resources/event
 */
export const CalendarEvent = v.object(fields);
export type CalendarEvent = v.InferOutput<typeof CalendarEvent>;

/** The fields to `$select`. */
export const EVENT_FIELDS = Object.keys(fields).join();
