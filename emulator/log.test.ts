import assert from 'node:assert/strict';
import { test } from 'node:test';
import { masked } from './log.ts';

const secrets = [
  'code',
  'refresh_token',
  'password',
  'Password',
  'assertion',
  'device_code',
  'sid',
];

for (const name of secrets) {
  test(`${name} is kept out of the log`, () => {
    assert.deepEqual(masked([[name, 'hunter2']]), { [name]: '•••' });
  });
}

test('what is no secret is logged, shortened', () => {
  assert.deepEqual(masked([['scope', 'x'.repeat(600)]]), { scope: 'x'.repeat(500) });
});
