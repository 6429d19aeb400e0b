import type { Meeting } from '../../directory/mailbox/items.ts';
import { instantOf, zoneOffset } from '../../directory/mailbox/zone.ts';
import type { GraphError } from '../graph-error.ts';
import { invalidBody } from '../mail/mail-errors.ts';

/**
 * Calendar times: a local time without offset and the name of its zone. Windows names are taken as
 * Graph takes them; IANA names go straight to the runtime.
 * Differs from Entra: the Windows names listed here, not all 130 of them.
 */
const WINDOWS_ZONES: Readonly<Record<string, string>> = {
  'Pacific Standard Time': 'America/Los_Angeles',
  'Mountain Standard Time': 'America/Denver',
  'Central Standard Time': 'America/Chicago',
  'Eastern Standard Time': 'America/New_York',
  'E. South America Standard Time': 'America/Sao_Paulo',
  'GMT Standard Time': 'Europe/London',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris',
  'Arabian Standard Time': 'Asia/Dubai',
  'India Standard Time': 'Asia/Kolkata',
  'China Standard Time': 'Asia/Shanghai',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'AUS Eastern Standard Time': 'Australia/Sydney',
};

export interface ZonedTime {
  readonly dateTime: string;
  readonly timeZone: string;
}

/** `Prefer: outlook.timezone="Pacific Standard Time"`; UTC without it. */
export function preferredZone(prefer: string | undefined): string {
  const zone = /outlook\.timezone\s*=\s*"?([^",;]+)"?/i.exec(prefer ?? '')?.[1]?.trim() ?? 'UTC';
  iana(zone);
  return zone;
}

export function toZoned(milliseconds: number, zone: string): ZonedTime {
  return toWall(milliseconds + zoneOffset(milliseconds, iana(zone)), zone);
}

/** A time that is the same on the clocks of every zone, as the midnights of an all-day event are. */
export function toWall(milliseconds: number, zone: string): ZonedTime {
  const dateTime = `${new Date(milliseconds).toISOString().slice(0, 19)}.0000000`;
  return { dateTime, timeZone: zone };
}

/** When an event runs, an all-day one by the clocks of the zone in which it is looked at. */
export function runsFrom({ start, end, isAllDay }: Meeting, zone: string): [number, number] {
  return isAllDay ? [instantOf(start, iana(zone)), instantOf(end, iana(zone))] : [start, end];
}

export function fromZoned({ dateTime, timeZone }: ZonedTime): number {
  return instantOf(readWall(dateTime), iana(timeZone));
}

/** @throws GraphError 400 for a time that is none */
export function readWall(dateTime: string): number {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(dateTime)) {
    throw notAnInstant(dateTime);
  }
  return readInstant(`${dateTime.replace(/\.\d+$/, '')}Z`);
}

/** An instant in a query: with an offset, or UTC. */
export function readInstant(text: string): number {
  const instant = Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
  if (Number.isNaN(instant)) {
    throw notAnInstant(text);
  }
  return instant;
}

function notAnInstant(text: string): GraphError {
  return invalidBody(`The value '${text.slice(0, 40)}' is not a date and time.`);
}

function iana(zone: string): string {
  const name = Object.hasOwn(WINDOWS_ZONES, zone) ? (WINDOWS_ZONES[zone] ?? zone) : zone;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    throw invalidBody(`The time zone '${zone.slice(0, 60)}' is not supported.`);
  }
}
