import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type LocalCloud, startLocalCloud } from './index.ts';

let cloud: LocalCloud;

before(async () => {
  cloud = await startLocalCloud({ port: 0 });
});
after(() => cloud.close());

const large = 'x'.repeat(1_000_001);

/** A body whose length is not told beforehand. */
const streamed = () => new Blob([large]).stream();

for (const [title, init] of [
  ['of a told length', { body: large }],
  ['without a told length', { body: streamed(), duplex: 'half' }],
] as const) {
  test(`a body of more than a million bytes, ${title}, is refused in Entra's shape and logged`, async () => {
    const response = await fetch(`${cloud.url}/common/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      ...init,
    });
    const { error, error_codes } = (await response.json()) as Record<string, unknown>;

    assert.equal(response.status, 413);
    assert.equal(error, 'invalid_request');
    assert.deepEqual(error_codes, [9002313]);
    assert.match(cloud.log.at(-1)?.decision ?? '', /refused a body/);
  });
}
