import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { seededDirectory } from '../directory.ts';
import { makeMailbox } from '../mailbox.ts';
import type { Mailbox } from '../mailbox.ts';
import { readSeed } from '../seed.ts';
import type { Meeting } from './items.ts';
import { zoneOffset } from './zone.ts';

const TODAY = Date.UTC(2027, 2, 10);
const DAY = 86_400_000;

function mailboxOf(username: string, seed: number | string = 1): Mailbox {
  const directory = seededDirectory(readSeed({ seed }));
  const owner = directory.personByUsername(username);
  assert.ok(owner);
  return makeMailbox(owner, directory.people, seed, TODAY);
}

describe('a seeded mailbox', () => {
  const adele = mailboxOf('adele@contoso.example');
  const messages = [...adele.messages.values()];
  const meetings = [...adele.meetings.values()];
  const ofSeries = (subject: string) =>
    meetings.filter(
      (meeting) => meeting.seriesMasterId !== null && meeting.subject.endsWith(subject),
    );

  test('is the same for the same seed and another for another', () => {
    const again = mailboxOf('adele@contoso.example');
    assert.deepEqual([...again.messages.values()], messages);
    assert.deepEqual([...again.meetings.values()], meetings);
    const other = mailboxOf('adele@contoso.example', 'other');
    assert.notDeepEqual([...other.messages.values()], messages);
  });

  test('holds three thousand messages of a year for the busiest, hundreds for everybody else', () => {
    assert.equal(messages.length, 3000);
    assert.equal(mailboxOf('lee@contoso.example').messages.size, 320);
    const times = messages.map(({ receivedAt }) => receivedAt);
    assert.ok(Math.max(...times) <= TODAY);
    const span = (TODAY - Math.min(...times)) / DAY;
    assert.ok(span > 360 && span < 367, String(span));
  });

  test('has mail in every folder but the archive, read and unread', () => {
    const byFolder = Map.groupBy(messages, ({ folder }) => folder);
    const folders = ['bellevue', 'deleteditems', 'drafts', 'inbox', 'junkemail', 'newsletters'];
    assert.deepEqual([...byFolder.keys()].sort(), [...folders, 'projects', 'sentitems', 'website']);
    const inbox = byFolder.get('inbox') ?? [];
    assert.ok(inbox.some(({ isRead }) => isRead) && inbox.some(({ isRead }) => !isRead));
    assert.ok(byFolder.get('drafts')?.every(({ isDraft }) => isDraft));
  });

  test('spans a year of meetings', () => {
    const starts = meetings.map(({ start }) => start);
    assert.ok(Math.min(...starts) < TODAY - 180 * DAY);
    assert.ok(Math.max(...starts) > TODAY + 180 * DAY);
  });

  test('keeps the hour of a series on the owner’s clocks when these change', () => {
    const standUps = ofSeries('Morning stand-up');
    assert.ok(standUps.length > 250);
    const hour = (instant: number) => (instant % DAY) / 3_600_000;
    const zone = 'America/Los_Angeles';
    const local = standUps.map(({ start }) => hour(start + zoneOffset(start, zone)));
    assert.deepEqual([...new Set(local)], [9]);
    const utc = standUps.map(({ start }) => hour(start));
    assert.deepEqual([...new Set(utc)].sort(), [16, 17]);
  });

  test('brings a series of every second week in every second week', () => {
    const days = ofSeries('Sprint review').map(({ start }) => Math.floor(start / DAY));
    const gaps = days.slice(1).map((day, index) => day - (days[index] ?? 0));
    // The evening there is the next day in UTC in one half of the year.
    assert.ok(gaps.every((gap) => gap >= 13 && gap <= 15));
  });

  test('has what a calendar has to cope with', () => {
    const single = meetings.filter(({ type }) => type === 'singleInstance');
    const overlap = (one: Meeting, other: Meeting | undefined) =>
      other !== undefined && other.start >= one.start && other.start < one.end;
    const timed = single.filter(({ isAllDay }) => !isAllDay);
    assert.ok(timed.some((meeting, index) => overlap(meeting, timed[index + 1])));
    const days = single.filter(({ isAllDay }) => isAllDay);
    assert.deepEqual(new Set(days.map(({ start, end }) => (end - start) / DAY)), new Set([1, 5]));
    const cancelled = meetings.filter(({ isCancelled }) => isCancelled);
    assert.ok(cancelled.some(({ type }) => type === 'exception'));
    assert.ok(cancelled.some(({ type }) => type === 'singleInstance'));
    assert.ok(
      cancelled.every(
        ({ subject, showAs }) => subject.startsWith('Canceled: ') && showAs === 'free',
      ),
    );
  });
});
