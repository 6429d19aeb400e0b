import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runLoad } from './run-load.ts';

test('many sign-ins at once, random faults of the network and SIGTERM lose nothing', async () => {
  const { signIns, repeated, faults, finished } = await runLoad({
    signIns: 100,
    milliseconds: 1_500,
    seed: 1,
    report: () => undefined,
  });

  assert.ok(signIns > 100, 'nobody has signed in under faults');
  assert.ok(faults > 0 && repeated > 0, 'the network never failed');
  assert.equal(finished, 50);
});
