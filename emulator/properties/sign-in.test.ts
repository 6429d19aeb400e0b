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
    const seen = { codes: 0, tokens: 0, refusals: 0, unnamed: 0, defaults: 0 };
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        cloud.reset();
        const world = new SignInWorld(cloud);
        for (const step of sequence) {
          await world.take(step);
        }
        for (const what of ['codes', 'tokens', 'refusals', 'unnamed', 'defaults'] as const) {
          seen[what] += world.seen[what];
        }
      }),
      propertyOptions(1000),
    );
    // A model that refuses everything would hold as well.
    const { codes, tokens, refusals, unnamed, defaults } = seen;
    assert.ok(codes > 1000 && tokens > 400 && refusals > 1000, JSON.stringify(seen));
    assert.ok(unnamed > 25 && defaults > 25, JSON.stringify(seen));
  });
});
