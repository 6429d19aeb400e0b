import type { Person } from '../person.ts';
import type { SeededRandom } from '../random.ts';
import { MEETINGS } from '../texts.ts';
import { mailId, toAddress } from './items.ts';
import type { Meeting } from './items.ts';
import { instantOf } from './zone.ts';

/**
 * A year of meetings, half of it to come: single ones that may overlap or be cancelled, and days off. Their hours
 * are those of the owner's clocks, whatever change of clocks lies between.
 */

export const DAY = 86_400_000;
export const HALF_YEAR = 183;
const HOUR = 3_600_000;

/** @returns the days of a year around today that are no weekend, as wall times at midnight */
export function workdays(today: number): number[] {
  return Array.from(
    { length: 2 * HALF_YEAR + 1 },
    (_, index) => today + (index - HALF_YEAR) * DAY,
  ).filter((day) => new Date(day).getUTCDay() % 6 !== 0);
}

/** @param pick draws a colleague */
export function makeMeetings(
  owner: Person,
  pick: () => Person,
  random: SeededRandom,
  today: number,
): Meeting[] {
  return workdays(today).flatMap((day) => {
    const meetings: Meeting[] = [];
    const count = random.below(4);
    for (let index = 0; index < count; index += 1) {
      const before = meetings.at(-1);
      // Every third begins while the one before it still runs.
      const wall =
        before && random.below(3) === 0
          ? undefined
          : day + (8 + random.below(9)) * HOUR + random.below(4) * (HOUR / 4);
      const start =
        wall === undefined ? (before?.start ?? day) + HOUR / 4 : instantOf(wall, owner.timeZone);
      meetings.push(makeMeeting(owner, [pick(), pick()], random, { day, index, start }));
    }
    return [...meetings, ...makeDaysOff(owner, day, today)];
  });
}

function makeMeeting(
  owner: Person,
  [first, second]: readonly [Person, Person],
  random: SeededRandom,
  { day, index, start }: { day: number; index: number; start: number },
): Meeting {
  const title = random.pick(MEETINGS);
  const state = random.next();
  const isCancelled = state < 0.05;
  const free = isCancelled ? 'free' : 'busy';
  return {
    ...bare(owner, `meeting ${String(day)} ${String(index)}`, day),
    subject: isCancelled ? `Canceled: ${title}` : title,
    body: `${title} – ${first.displayName}`,
    location: random.next() < 0.5 ? (first.officeLocation ?? '') : 'Online',
    start,
    end: start + (1 + random.below(4)) * (HOUR / 2),
    isCancelled,
    showAs: state > 0.9 ? 'tentative' : free,
    organizer: random.next() < 0.4 ? owner : first,
    attendees: [owner, first, second].map(toAddress),
  };
}

/** A Thursday every four weeks, the next one among them, and once a holiday of five days. */
function makeDaysOff(owner: Person, day: number, today: number): Meeting[] {
  const offset = Math.round((day - today) / DAY);
  const off = (subject: string, days: number): Meeting => ({
    ...bare(owner, `day off ${String(day)}`, day),
    subject,
    start: day,
    end: day + days * DAY,
    isAllDay: true,
    showAs: 'oof',
  });
  const weekday = new Date(day).getUTCDay();
  const isCompanyDay = weekday === 4 && Math.floor(offset / 7) % 4 === 0;
  const isHoliday = offset >= 30 && offset < 37 && weekday === 1;
  return [
    ...(isCompanyDay ? [off('Company day', 1)] : []),
    ...(isHoliday ? [off('Vacation', 5)] : []),
  ];
}

/** What most events have in common. */
export function bare(owner: Person, name: string, modifiedAt: number): Meeting {
  return {
    id: mailId(owner, name),
    version: 1,
    subject: '',
    body: '',
    location: '',
    start: 0,
    end: 0,
    isAllDay: false,
    isCancelled: false,
    showAs: 'busy',
    type: 'singleInstance',
    seriesMasterId: null,
    recurrence: null,
    organizer: owner,
    attendees: [],
    timeZone: owner.timeZone,
    modifiedAt,
  };
}
