import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSummary } from './start-summary.ts';

const APP = 'http://localhost:3100/';
const people = Array.from({ length: 9 }, (_, index) => ({
  username: `person${index}@contoso.example`,
  displayName: `Person ${index}`,
  tenantId: 'aaaabbbb-0000-cccc-1111-dddd2222eeee',
}));
const cloud = { url: 'http://localhost:4100', people };

test('says where everything is, as whom to sign in, and how to stop', () => {
  const text = startSummary(APP, cloud, false);

  for (const part of [
    /App +http:\/\/localhost:3100\/\n/,
    /Local cloud +http:\/\/localhost:4100 /,
    /Its console +http:\/\/localhost:4100\/ with people, requests and faults to try\n/,
    /Sign in as +Person 0, person0@contoso\.example\n/,
    /Person 5, [^\n]+\n +or 3 more people/,
    /Stop +Ctrl-C\n/,
  ]) {
    assert.match(text, part);
  }
});

test('says where programs set faults, when that is open', () => {
  assert.doesNotMatch(startSummary(APP, cloud, false), /\/control/);
  assert.match(
    startSummary(APP, cloud, true),
    /Faults by HTTP +http:\/\/localhost:4100\/control\/faults\n/,
  );
});

test('says where the example API is, when it runs', () => {
  assert.doesNotMatch(startSummary(APP, cloud, false), /Example API/);
  assert.match(
    startSummary(APP, cloud, false, 'http://localhost:4002'),
    /Example API +http:\/\/localhost:4002 /,
  );
});

test('speaks of no local cloud and no people beside a real one', () => {
  const text = startSummary(APP, undefined, false);

  assert.match(text, /the real one/);
  assert.doesNotMatch(text, /Sign in as|console/);
});
