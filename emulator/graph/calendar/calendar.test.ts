import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startLocalCloud } from '../../index.ts';
import type { LocalCloud } from '../../index.ts';
import { callGraph, tokensFor } from '../../test-browser.ts';

interface Body {
  readonly [name: string]: unknown;
  readonly value: readonly Record<string, unknown>[];
  readonly error: { readonly code: string; readonly message: string };
}

const NOW = Date.UTC(2027, 2, 10, 12);

describe('the calendar in Graph', () => {
  let cloud: LocalCloud;
  let token = '';
  before(async () => {
    cloud = await startLocalCloud({ port: 0, clock: () => NOW });
    const scope = 'User.Read Calendars.ReadWrite';
    token = (await tokensFor(cloud, 'adele@contoso.example', { scope })).access_token;
  });
  after(() => cloud.close());

  const call = async (path: string, init: RequestInit & { json?: unknown } = {}) => {
    const { json, ...rest } = init;
    const body = json === undefined ? {} : { body: JSON.stringify(json) };
    const headers = { 'content-type': 'application/json', ...(init.headers as object) };
    const response = await callGraph(cloud, path, token, { ...rest, ...body, headers });
    const text = await response.text();
    return { response, status: response.status, body: JSON.parse(text || '{}') as Body };
  };
  const WEEK = 'startDateTime=2027-03-08T00:00:00Z&endDateTime=2027-03-13T00:00:00Z';

  test('calendarView needs both ends of the window', async () => {
    const { status, body } = await call('/me/calendarView?startDateTime=2027-03-08T00:00:00Z');
    assert.equal(status, 400);
    assert.match(body.error.message, /StartDateTime and EndDateTime/);
  });

  test('lists the window in order, in UTC', async () => {
    const { body } = await call(`/me/calendarView?${WEEK}&$select=start,subject&$top=50`);
    assert.ok(body.value.length >= 5);
    const starts = body.value.map(({ start }) => start as { dateTime: string; timeZone: string });
    assert.ok(starts.every(({ timeZone }) => timeZone === 'UTC'));
    assert.match(starts[0]?.dateTime ?? '', /^2027-03-0[89]T\d\d:\d\d:00\.0000000$/);
    const order = starts.map(({ dateTime }) => dateTime);
    assert.deepEqual(order, order.toSorted());
  });

  test('spans a year of meetings', async () => {
    const window = 'startDateTime=2026-09-01T00:00:00Z&endDateTime=2027-10-01T00:00:00Z';
    const { body } = await call(`/me/calendarView?${window}&$count=true`);
    assert.ok(Number(body['@odata.count']) > 600);
  });

  const zones: [string, string][] = [
    ['Pacific Standard Time', '2027-07-01T09:00:00.0000000'],
    ['Asia/Tokyo', '2027-07-02T01:00:00.0000000'],
    ['India Standard Time', '2027-07-01T21:30:00.0000000'],
  ];
  for (const [zone, shown] of zones) {
    test(`answers in the zone asked for: ${zone}`, async () => {
      const at = { dateTime: '2027-07-01T16:00:00', timeZone: 'UTC' };
      const made = await call('/me/events', {
        method: 'POST',
        json: { subject: zone, start: at, end: at },
      });
      const path = `/me/events/${encodeURIComponent(String(made.body['id']))}`;
      const { body } = await call(path, { headers: { Prefer: `outlook.timezone="${zone}"` } });
      assert.deepEqual(body['start'], { dateTime: shown, timeZone: zone });
    });
  }

  test('takes times in a zone, on the right side of a change of clocks', async () => {
    const json = {
      subject: 'Across the change',
      start: { dateTime: '2027-03-14T01:30:00', timeZone: 'Pacific Standard Time' },
      end: { dateTime: '2027-03-14T03:30:00', timeZone: 'Pacific Standard Time' },
    };
    const { body } = await call('/me/events', { method: 'POST', json });
    assert.deepEqual(body['start'], { dateTime: '2027-03-14T09:30:00.0000000', timeZone: 'UTC' });
    assert.deepEqual(body['end'], { dateTime: '2027-03-14T10:30:00.0000000', timeZone: 'UTC' });
  });

  test('an event is made, changed with its version checked, and deleted', async () => {
    const at = { dateTime: '2027-03-10T09:00:00', timeZone: 'UTC' };
    const made = await call('/me/events', {
      method: 'POST',
      json: { subject: 'One', start: at, end: at },
    });
    assert.equal(made.status, 201);
    assert.equal(made.body['isOrganizer'], true);
    const path = `/me/events/${encodeURIComponent(String(made.body['id']))}`;
    const headers = { 'If-Match': String(made.body['@odata.etag']) };
    const json = { subject: 'Two' };
    assert.equal((await call(path, { method: 'PATCH', json, headers })).body['subject'], 'Two');
    assert.equal((await call(path, { method: 'PATCH', json, headers })).status, 412);
    assert.equal((await call(path, { method: 'DELETE' })).status, 204);
    assert.equal((await call(path)).body.error.code, 'ErrorItemNotFound');
  });

  test('a series is one event in the calendar, and its occurrences in a view of it', async () => {
    const list = await call(`/me/events?$filter=type eq 'seriesMaster'&$top=50`);
    const standUp = list.body.value.find(({ subject }) => subject === 'Morning stand-up');
    assert.match(JSON.stringify(standUp?.['recurrence']), /"type":"weekly","interval":1/);
    const view = await call(`/me/calendarView?${WEEK}&$top=50`);
    const inView = view.body.value.filter((each) => each['seriesMasterId'] === standUp?.['id']);
    assert.equal(inView.length, 5);
    assert.ok(view.body.value.every(({ type }) => type !== 'seriesMaster'));
    const id = encodeURIComponent(String(standUp?.['id']));
    const own = await call(`/me/events/${id}/instances?${WEEK}`);
    assert.deepEqual(own.body.value, inView);
    assert.equal((await call(`/me/events/${id}/instances`)).status, 400);
  });

  test('a meeting stays at its hour when the clocks change', async () => {
    const headers = { Prefer: 'outlook.timezone="Pacific Standard Time"' };
    const window = 'startDateTime=2027-03-11T00:00:00Z&endDateTime=2027-03-17T00:00:00Z';
    const filter = "$filter=contains(subject,'Morning stand-up')&$select=start";
    const { body } = await call(`/me/calendarView?${window}&${filter}`, { headers });
    const times = body.value.map(({ start }) =>
      (start as { dateTime: string }).dateTime.slice(11, 16),
    );
    assert.deepEqual(times, ['09:00', '09:00', '09:00', '09:00']);
    const utc = (await call(`/me/calendarView?${window}&${filter}`)).body.value;
    const hours = utc.map(({ start }) => (start as { dateTime: string }).dateTime.slice(11, 13));
    assert.deepEqual(hours, ['17', '17', '16', '16']);
  });

  test('an all-day event is the same day in every zone', async () => {
    const midnight = (day: string) => ({ dateTime: `${day}T00:00:00`, timeZone: 'Asia/Tokyo' });
    const json = {
      subject: 'Day off',
      isAllDay: true,
      start: midnight('2027-05-04'),
      end: midnight('2027-05-05'),
    };
    assert.equal((await call('/me/events', { method: 'POST', json })).status, 201);
    for (const [zone, offset] of [
      ['Asia/Tokyo', '%2B09:00'],
      ['Pacific Standard Time', '-07:00'],
    ] as const) {
      const day = (number: string) => `2027-05-${number}T00:00:00${offset}`;
      const window = `startDateTime=${day('04')}&endDateTime=${day('05')}`;
      const filter = "$filter=subject eq 'Day off'";
      const headers = { Prefer: `outlook.timezone="${zone}"` };
      const { body } = await call(`/me/calendarView?${window}&${filter}`, { headers });
      const start = { dateTime: '2027-05-04T00:00:00.0000000', timeZone: zone };
      assert.deepEqual(
        body.value.map((each) => each['start']),
        [start],
      );
      const before = `startDateTime=${day('03')}&endDateTime=${day('04')}`;
      const none = await call(`/me/calendarView?${before}&${filter}`, { headers });
      assert.deepEqual(none.body.value, []);
    }
  });

  test('an occurrence can be changed alone; a series is deleted with its occurrences', async () => {
    const view = await call(`/me/calendarView?${WEEK}&$filter=type eq 'occurrence'`);
    const [occurrence] = view.body.value;
    const path = `/me/events/${encodeURIComponent(String(occurrence?.['id']))}`;
    const changed = await call(path, { method: 'PATCH', json: { subject: 'Once' } });
    assert.equal(changed.body['type'], 'exception');
    const master = `/me/events/${encodeURIComponent(String(occurrence?.['seriesMasterId']))}`;
    const refused = await call(master, { method: 'PATCH', json: { subject: 'Always' } });
    assert.equal(refused.status, 501);
    assert.equal((await call(master, { method: 'DELETE' })).status, 204);
    assert.equal((await call(path)).status, 404);
  });

  test('a series is not made as if it were one event', async () => {
    const at = { dateTime: '2027-03-10T09:00:00', timeZone: 'UTC' };
    const recurrence = { pattern: { type: 'daily', interval: 1 }, range: { type: 'noEnd' } };
    const json = { start: at, end: at, recurrence };
    assert.equal((await call('/me/events', { method: 'POST', json })).status, 501);
  });

  const mistakes: [string, object][] = [
    ['an unknown zone', { start: { dateTime: '2027-03-10T09:00:00', timeZone: 'Moon' } }],
    ['a time that is none', { start: { dateTime: 'soon', timeZone: 'UTC' } }],
    ['an all-day event that begins at nine', { isAllDay: true }],
    ['an end before the start', { end: { dateTime: '2027-03-01T09:00:00', timeZone: 'UTC' } }],
  ];
  for (const [what, json] of mistakes) {
    test(`refuses ${what}`, async () => {
      const at = { dateTime: '2027-03-10T09:00:00', timeZone: 'UTC' };
      const body = { start: at, end: at, ...json };
      assert.equal((await call('/me/events', { method: 'POST', json: body })).status, 400);
    });
  }
});
