import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type LocalCloud, startLocalCloud } from './index.ts';

let cloud: LocalCloud;

before(async () => {
  cloud = await startLocalCloud({ port: 0 });
});
after(() => cloud.close());

const large = 'x'.repeat(1_000_001);

test('an address with nothing at it is a page like the others for people, text for programs', async () => {
  const ask = async (accept: string) => {
    const response = await fetch(`${cloud.url}/no%3Cb%3Esuch`, { headers: { accept } });
    assert.equal(response.status, 404);
    return { type: response.headers.get('content-type') ?? '', text: await response.text() };
  };
  const page = await ask('text/html,*/*;q=0.8');
  assert.match(page.type, /^text\/html/);
  assert.match(page.text, /<h1>There is nothing at this address<\/h1>/);
  assert.match(page.text, /rel="stylesheet" href="\/assets\/page\.css"/);
  assert.match(page.text, /href="\/"/);
  assert.doesNotMatch(page.text, /<b>such/);
  const text = await ask('*/*');
  assert.match(text.type, /^text\/plain/);
  assert.match(text.text, /^There is nothing at this address of the local cloud\./);
});

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
