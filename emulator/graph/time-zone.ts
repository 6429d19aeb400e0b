import type { GraphError } from './graph-error.ts';
import { invalidBody } from './mail-errors.ts';

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
  const local = new Date(milliseconds + offset(milliseconds, iana(zone)));
  const dateTime = `${local.toISOString().slice(0, 19)}.0000000`;
  return { dateTime, timeZone: zone };
}

export function fromZoned({ dateTime, timeZone }: ZonedTime): number {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(dateTime)) {
    throw notAnInstant(dateTime);
  }
  const zone = iana(timeZone);
  const wall = readInstant(`${dateTime.replace(/\.\d+$/, '')}Z`);
  // Once more with the offset at the instant found: it may lie beyond a change of clocks.
  const guess = wall - offset(wall, zone);
  return wall - offset(guess, zone);
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

/** Milliseconds that the zone is ahead of UTC at an instant. */
function offset(milliseconds: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const name = parts.formatToParts(milliseconds).find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign = '+', hours = '0', minutes = '0'] =
    /GMT([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? [];
  const size = Number(hours) * 3_600_000 + Number(minutes) * 60_000;
  return sign === '-' ? -size : size;
}
