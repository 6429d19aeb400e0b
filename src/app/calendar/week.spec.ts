import type { CalendarEvent } from './event';
import { addDays, isDate, mondayOf, today, weekOf } from './week';

const event = (
  id: string,
  start: string,
  end: string,
  more: Partial<CalendarEvent> = {},
): CalendarEvent => ({
  id,
  start: { dateTime: `${start}:00.0000000`, timeZone: 'X' },
  end: { dateTime: `${end}:00.0000000`, timeZone: 'X' },
  isAllDay: false,
  isCancelled: false,
  ...more,
});

describe('dates of a week', () => {
  it('begins on Monday', () => {
    expect(mondayOf('2026-11-27')).toBe('2026-11-23');
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(mondayOf('2027-01-01')).toBe('2026-12-28');
  });

  it('counts days across leap days, years and changes of clocks', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
    expect(addDays('2026-10-25', -7)).toBe('2026-10-18');
  });

  it('knows a date from any other text', () => {
    for (const text of ['', 'x', '2026-13-01', '2026-1-1', '2026-11-27T00:00', '<b>'])
      expect(isDate(text)).withContext(text).toBeFalse();

    expect(isDate('2026-11-27')).toBeTrue();
  });

  it('takes today from the clock on the wall', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
    expect(today(new Date(2026, 0, 5, 0, 0))).toBe('2026-01-05');
  });
});

describe('weekOf', () => {
  const days = (...events: CalendarEvent[]) =>
    weekOf('2026-03-23', events).map((day) => day.events.map(({ event: { id } }) => id).join());

  it('has seven days, also in the week in which clocks change', () => {
    expect(weekOf('2026-03-23', []).map(({ date }) => date)).toEqual([
      '2026-03-23',
      '2026-03-24',
      '2026-03-25',
      '2026-03-26',
      '2026-03-27',
      '2026-03-28',
      '2026-03-29',
    ]);
  });

  it('leaves out what is not of the week', () => {
    expect(
      days(
        event('before', '2026-03-22T23:00', '2026-03-23T00:00'),
        event('after', '2026-03-30T00:00', '2026-03-30T01:00'),
      ).join(''),
    ).toBe('');
  });

  it('shows an event on each day that it touches, with the times of that day', () => {
    const week = weekOf('2026-03-23', [event('a', '2026-03-24T22:00', '2026-03-26T01:30')]);
    const entries = week.map(({ events }) => events[0]);

    expect(entries.map((entry) => entry && [entry.from, entry.to])).toEqual([
      undefined,
      ['22:00', undefined],
      [undefined, undefined],
      [undefined, '01:30'],
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('ends at midnight on the day before', () => {
    const week = weekOf('2026-03-23', [event('a', '2026-03-23T22:00', '2026-03-24T00:00')]);

    expect(week[0]?.events[0]?.to).toBe('00:00');
    expect(week[1]?.events).toEqual([]);
  });

  it('shows an event without a length once', () => {
    expect(days(event('a', '2026-03-24T00:00', '2026-03-24T00:00'))).toEqual([
      '',
      'a',
      '',
      '',
      '',
      '',
      '',
    ]);
  });

  it('takes an all-day event by its dates, whatever its hours are', () => {
    const allDay = { isAllDay: true };

    expect(days(event('a', '2026-03-24T00:00', '2026-03-26T00:00', allDay))).toEqual([
      '',
      'a',
      'a',
      '',
      '',
      '',
      '',
    ]);
    expect(days(event('a', '2026-03-24T09:00', '2026-03-24T09:00', allDay))[1]).toBe('a');
  });

  it('puts all-day events first, then goes by time', () => {
    expect(
      days(
        event('b', '2026-03-23T10:00', '2026-03-23T11:00'),
        event('a', '2026-03-23T09:00', '2026-03-23T10:00'),
        event('c', '2026-03-23T00:00', '2026-03-24T00:00', { isAllDay: true }),
      )[0],
    ).toBe('c,a,b');
  });

  it('marks what overlaps, but not what follows at once, is cancelled or takes the whole day', () => {
    const [monday] = weekOf('2026-03-23', [
      event('a', '2026-03-23T09:00', '2026-03-23T10:00'),
      event('b', '2026-03-23T09:30', '2026-03-23T11:00'),
      event('c', '2026-03-23T11:00', '2026-03-23T12:00'),
      event('d', '2026-03-23T11:00', '2026-03-23T12:00', { isCancelled: true }),
      event('e', '2026-03-23T00:00', '2026-03-24T00:00', { isAllDay: true }),
    ]);

    expect(
      monday?.events.filter(({ overlaps }) => overlaps).map(({ event: { id } }) => id),
    ).toEqual(['a', 'b']);
  });

  it('agrees with minutes counted one by one, for any events', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const text = (minute: number) =>
      new Date(Date.UTC(2026, 2, 22) + minute * 60_000).toISOString().slice(0, 16);
    for (let run = 0; run < 300; run += 1) {
      const start = random(9 * 1_440);
      const end = start + 1 + random(3 * 1_440);
      const touched = weekOf('2026-03-23', [event('a', text(start), text(end))]).map(
        ({ events }) => events.length === 1,
      );
      const counted = Array.from({ length: 7 }, () => false);
      for (let minute = start; minute < end; minute += 1) {
        const day = Math.floor(minute / 1_440) - 1;
        if (day >= 0 && day < 7) counted[day] = true;
      }

      expect(touched)
        .withContext(`${text(start)} to ${text(end)}`)
        .toEqual(counted);
    }
  });
});
