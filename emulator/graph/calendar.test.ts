import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startLocalCloud } from '../index.ts';
import type { LocalCloud } from '../index.ts';
import { callGraph, tokensFor } from '../test-browser.ts';

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

  test('spans two months of meetings', async () => {
    const window = 'startDateTime=2027-01-01T00:00:00Z&endDateTime=2027-06-01T00:00:00Z';
    const { body } = await call(`/me/calendarView?${window}&$count=true`);
    assert.ok(Number(body['@odata.count']) > 60);
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

  const mistakes: [string, object][] = [
    ['an unknown zone', { start: { dateTime: '2027-03-10T09:00:00', timeZone: 'Moon' } }],
    ['a time that is none', { start: { dateTime: 'soon', timeZone: 'UTC' } }],
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
