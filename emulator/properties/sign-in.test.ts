import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { inProcessCloud } from './in-process-cloud.ts';
import type { InProcessCloud } from './in-process-cloud.ts';
import { propertyOptions } from './property-options.ts';
import { steps } from './sign-in-steps.ts';
import { SignInWorld } from './sign-in-world.ts';

/**
 * Thousands of sign-ins, redemptions, renewals and sign-outs in any order, by several people, apps and
 * browsers. `sign-in-model.ts` says what must hold after each.
 */
describe('whatever the order of requests', () => {
  let cloud: InProcessCloud;
  before(() => {
    cloud = inProcessCloud();
  });

  test('no code is redeemed twice, and no token goes to anyone who did not agree to it', async () => {
    const seen = { codes: 0, tokens: 0, refusals: 0 };
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        cloud.reset();
        const world = new SignInWorld(cloud);
        for (const step of sequence) {
          await world.take(step);
        }
        seen.codes += world.seen.codes;
        seen.tokens += world.seen.tokens;
        seen.refusals += world.seen.refusals;
      }),
      propertyOptions(1000),
    );
    // A model that refuses everything would hold as well.
    assert.ok(seen.codes > 1000 && seen.tokens > 400 && seen.refusals > 1000, JSON.stringify(seen));
  });
});
