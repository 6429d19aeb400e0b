/** Clocks of a time zone. A wall time is what they show, written as milliseconds as if they were UTC's. */

const formats = new Map<string, Intl.DateTimeFormat>();

/** @returns milliseconds that the zone is ahead of UTC at an instant */
export function zoneOffset(instant: number, zone: string): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  // One is slow to make, and a calendar of a year needs it a thousand times.
  formats.set(zone, format);
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign = '+', hours = '0', minutes = '0'] =
    /GMT([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? [];
  const size = Number(hours) * 3_600_000 + Number(minutes) * 60_000;
  return sign === '-' ? -size : size;
}

/** @returns the instant at which the zone's clocks show a time */
export function instantOf(wall: number, zone: string): number {
  // Once more with the offset at the instant found: it may lie beyond a change of clocks.
  const guess = wall - zoneOffset(wall, zone);
  return wall - zoneOffset(guess, zone);
}
