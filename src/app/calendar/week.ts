import type { CalendarEvent } from './event';

/**
 * Dates are texts, `2026-03-29`, and times are those on the clocks of one zone: Graph has converted them. So nothing
 * here can be wrong by an hour when the clocks change, and a day is a day whether it has 23 or 25 hours.
 */

/** One day of the agenda. */
export interface Day {
  /** `2026-03-29` */
  readonly date: string;
  /** Those that touch this day, all-day ones first, then by time. */
  readonly events: readonly AgendaEvent[];
}

export interface AgendaEvent {
  readonly event: CalendarEvent;
  /** `09:00`; undefined when the event began on an earlier day, or is the whole day. */
  readonly from: string | undefined;
  /** `10:30`; undefined when it ends on a later day, or is the whole day. */
  readonly to: string | undefined;
  /** Whether another event of this day takes place at the same time. */
  readonly overlaps: boolean;
}

const DAY_MS = 86_400_000;

/** @returns the date that is `days` later, or earlier when negative */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** @returns the Monday of the week that a date is in (ISO 8601) */
export function mondayOf(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((weekday + 6) % 7));
}

/** @returns whether a text, which may come out of an address, is a date that exists */
export function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** @returns today's date on this device's clock */
export function today(now = new Date()): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${String(now.getFullYear())}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/**
 * Sorts events into the seven days of a week. An event of several days is in each of them.
 *
 * @param monday the first day
 * @param events their times all in one zone; those outside the week are left out
 */
export function weekOf(monday: string, events: readonly CalendarEvent[]): Day[] {
  return Array.from({ length: 7 }, (_, index) => dayOf(addDays(monday, index), events));
}

function dayOf(date: string, events: readonly CalendarEvent[]): Day {
  const next = addDays(date, 1);
  const spans = events
    .map((event) => ({ event, ...spanOf(event) }))
    .filter(({ start, end }) => start < midnight(next) && (end > midnight(date) || start === end))
    .filter(({ start, end }) => start !== end || start >= midnight(date))
    .sort((a, b) => order(a).localeCompare(order(b)));
  return {
    date,
    events: spans.map((span) => ({
      event: span.event,
      from: span.event.isAllDay || span.start < midnight(date) ? undefined : time(span.start),
      to: span.event.isAllDay || span.end > midnight(next) ? undefined : time(span.end),
      overlaps: spans.some((other) => other !== span && meet(span, other)),
    })),
  };
}

interface Span {
  readonly event: CalendarEvent;
  /** `2026-03-29T09:00:00` */
  readonly start: string;
  readonly end: string;
}

/** An all-day event is from midnight to midnight wherever one is: only its dates count. */
function spanOf({ start, end, isAllDay }: CalendarEvent): { start: string; end: string } {
  const [from, to] = [start.dateTime.slice(0, 19), end.dateTime.slice(0, 19)];
  if (!isAllDay) return { start: from, end: to };
  const first = from.slice(0, 10);
  const last = to.slice(0, 10);
  return { start: midnight(first), end: midnight(last > first ? last : addDays(first, 1)) };
}

const midnight = (date: string) => `${date}T00:00:00`;
const time = (dateTime: string) => dateTime.slice(11, 16);
const order = ({ event, start }: Span) => `${event.isAllDay ? '0' : '1'} ${start} ${event.id}`;

/** Only what takes a person's time: neither whole days nor what was called off. */
function meet(a: Span, b: Span): boolean {
  const counts = ({ event }: Span) => !event.isAllDay && !event.isCancelled;
  return counts(a) && counts(b) && a.start < b.end && b.start < a.end;
}
