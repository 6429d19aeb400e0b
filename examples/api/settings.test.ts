import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readApiSettings } from './settings.ts';

const GUID = '66667777-AAAA-8888-bbbb-9999cccc0000';
const given = {
  TASKS_CLIENT_ID: GUID,
  TASKS_TENANTS: `${GUID}, aaaabbbb-0000-cccc-1111-dddd2222eeee`,
  TASKS_APPS: GUID,
  TASKS_ORIGINS: 'https://app.contoso.com',
};

test('reads the environment, with Microsoft’s cloud unless told otherwise', () => {
  assert.deepEqual(readApiSettings(given), {
    login: 'https://login.microsoftonline.com',
    audience: GUID.toLowerCase(),
    tenants: [GUID.toLowerCase(), 'aaaabbbb-0000-cccc-1111-dddd2222eeee'],
    apps: [GUID.toLowerCase()],
    origins: ['https://app.contoso.com'],
  });
});

for (const [name, value] of [
  ['TASKS_CLIENT_ID', undefined],
  ['TASKS_CLIENT_ID', 'api://tasks'],
  ['TASKS_TENANTS', ''],
  ['TASKS_TENANTS', 'common'],
  ['TASKS_APPS', undefined],
  ['TASKS_ORIGINS', '*'],
  ['TASKS_ORIGINS', 'https://app.contoso.com/'],
  ['TASKS_LOGIN', 'https://login.microsoftonline.com/common'],
] as const) {
  test(`${name}=${String(value)} is refused by its name`, () => {
    assert.throws(
      () => readApiSettings({ ...given, [name]: value }),
      new RegExp(`^Error: ${name} `),
    );
  });
}
