import type { Person } from '../person.ts';
import { toAddress } from './items.ts';
import type { Meeting } from './items.ts';
import { DAY, bare, workdays } from './meetings.ts';
import { instantOf } from './zone.ts';

/** Meetings that come back every week, at the same hour of the owner's clocks: one master, and its occurrences. */

interface Plan {
  readonly subject: string;
  /** Days of the week, Sunday is 0. */
  readonly days: readonly number[];
  readonly interval: number;
  readonly at: number;
  readonly minutes: number;
}

const HOUR = 3_600_000;
const NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const PLANS: readonly Plan[] = [
  { subject: 'Morning stand-up', days: [1, 2, 3, 4, 5], interval: 1, at: 9, minutes: 15 },
  { subject: 'One to one', days: [2], interval: 1, at: 14, minutes: 30 },
  { subject: 'Sprint review', days: [4], interval: 2, at: 16, minutes: 60 },
];
/** One occurrence in so many is cancelled. */
const CANCELLED = 19;

/** @param organizer who calls the meetings: the manager, or the owner at the top of the tree */
export function makeSeries(owner: Person, organizer: Person, today: number): Meeting[] {
  return PLANS.flatMap((plan) => {
    const first = workdays(today)[0] ?? today;
    const days = workdays(today).filter(
      (day) => plan.days.includes(new Date(day).getUTCDay()) && isInWeek(plan, day, first),
    );
    const master = makeMaster(owner, organizer, plan, days);
    return [
      master,
      ...days.map((day, index) => makeOccurrence(owner, master, plan, { day, index })),
    ];
  });
}

function isInWeek({ interval }: Plan, day: number, first: number): boolean {
  // Weeks begin on Sunday, as the pattern says.
  const sunday = first - new Date(first).getUTCDay() * DAY;
  return Math.floor((day - sunday) / (7 * DAY)) % interval === 0;
}

function makeMaster(
  owner: Person,
  organizer: Person,
  plan: Plan,
  days: readonly number[],
): Meeting {
  const [first = 0, last = first] = [days[0], days.at(-1)];
  return {
    ...bare(owner, `series ${plan.subject}`, first),
    ...times(owner, plan, first),
    subject: plan.subject,
    body: plan.subject,
    location: 'Online',
    type: 'seriesMaster',
    recurrence: {
      interval: plan.interval,
      daysOfWeek: plan.days.map((day) => NAMES[day] ?? 'monday'),
      firstDay: isoDay(first),
      lastDay: isoDay(last),
    },
    organizer,
    attendees: [owner, organizer].map(toAddress),
  };
}

function makeOccurrence(
  owner: Person,
  master: Meeting,
  plan: Plan,
  { day, index }: { day: number; index: number },
): Meeting {
  const isCancelled = index % CANCELLED === CANCELLED - 1;
  return {
    ...master,
    ...bare(owner, `occurrence ${plan.subject} ${isoDay(day)}`, day),
    ...times(owner, plan, day),
    subject: isCancelled ? `Canceled: ${plan.subject}` : plan.subject,
    body: master.body,
    location: master.location,
    type: isCancelled ? 'exception' : 'occurrence',
    isCancelled,
    showAs: isCancelled ? 'free' : 'busy',
    seriesMasterId: master.id,
    recurrence: null,
    organizer: master.organizer,
    attendees: master.attendees,
  };
}

function times(owner: Person, { at, minutes }: Plan, day: number): { start: number; end: number } {
  const start = instantOf(day + at * HOUR, owner.timeZone);
  return { start, end: start + minutes * 60_000 };
}

function isoDay(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}
