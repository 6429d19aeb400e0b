import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roundTrips } from './mail.ts';
import { median, rowsOf, tableOf } from './rows.ts';

const row = (rows: ReturnType<typeof rowsOf>, title: string, rule: string) =>
  rows.find((candidate) => candidate.title.includes(title) && candidate.rule.includes(rule));

test('a ratio is judged by the same run’s other sites', () => {
  const rows = rowsOf({ floor: { fcp: 800 }, eager: { fcp: 2_300 }, ours: { fcp: 905 } });

  assert.equal(row(rows, 'first contentful', 'floor')?.isReached, false);
  assert.equal(row(rows, 'first contentful', 'eager')?.isReached, true);
});

test('a score has to be at least what is asked for', () => {
  const rows = rowsOf({ floor: {}, eager: {}, ours: { lighthouseProfile: 98 } });

  assert.equal(row(rows, 'signed-in profile', '99')?.isReached, false);
});

test('what was not measured is neither reached nor missed, and the table says so', () => {
  const rows = rowsOf({ floor: {}, eager: {}, ours: {} });

  assert.ok(rows.every(({ isReached }) => isReached === undefined));
  assert.match(tableOf(rows), /\| – \| – \| – \| ≤ 100 \| not measured \|/);
});

test('the median is the middle one, the lower of two', () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([4, 1, 3, 2]), 2);
});

test('calls made at once are one round trip, a call made after an answer is another', () => {
  const call = (path: string, start: number, end: number, method = 'GET') => ({
    url: `http://localhost/v1.0/me/${path}`,
    method,
    start,
    end,
  });
  const messages = call('messages?$top=50', 12, 60);

  assert.equal(roundTrips([call('messages', 11, 20, 'OPTIONS'), messages]), 1);
  assert.equal(roundTrips([call('mailFolders', 10, 40), messages, call('messages', 70, 90)]), 1);
  assert.equal(roundTrips([call('mailFolders', 1, 11), messages]), 2);
});
