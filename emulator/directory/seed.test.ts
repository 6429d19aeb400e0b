import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { readCommandLine } from '../options.ts';
import { startLocalCloud } from '../index.ts';
import { TestBrowser } from '../test-browser.ts';

const OWN_APP = {
  clientId: 'ABCDEF00-1111-4222-8333-444455556666',
  name: 'My own app',
  redirectUris: { spa: ['http://localhost:5173/callback'] },
};

describe('a seed of one’s own', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'seed-'));
  });
  after(() => rm(folder, { recursive: true }));

  test('adds an app and a person to the made-up ones', async () => {
    const people = [{ username: 'nia@fabrikam.example', displayName: 'Nia Own' }];
    const cloud = await startLocalCloud({ port: 0, seed: { registrations: [OWN_APP], people } });
    const browser = new TestBrowser(cloud);
    const { location } = await browser.signIn('nia@fabrikam.example', {
      client_id: OWN_APP.clientId,
      redirect_uri: 'http://localhost:5173/callback',
    });
    assert.match(location, /^http:\/\/localhost:5173\/callback#code=/);
    assert.ok(cloud.people.some(({ username }) => username === 'adele@contoso.example'));
    await cloud.close();
  });

  const mistakes: [unknown, RegExp][] = [
    [{ registrations: [{ ...OWN_APP, clientId: 'x' }] }, /at registrations\.0\.clientId: /],
    [{ registrations: [{ ...OWN_APP, redirectUris: { spa: ['x'] } }] }, /redirectUris\.spa\.0: /],
    [
      { registrations: [{ ...OWN_APP, optionalClaims: ['ip'] }] },
      /optionalClaims\.0: .*"login_hint" \| "sid"/,
    ],
    [{ registrations: [{ ...OWN_APP, secret: '' }] }, /at registrations\.0\.secret: /],
    [{ peopel: [] }, /at peopel: /],
    [{ people: [{ username: 'a@nowhere.example', displayName: 'A' }] }, /domain nowhere\.example/],
  ];
  for (const [seed, message] of mistakes) {
    test(`refuses ${JSON.stringify(seed).slice(0, 60)} with the field's name`, async () => {
      // What a file holds is unknown until it is checked.
      await assert.rejects(startLocalCloud({ port: 0, seed: seed as object }), { message });
    });
  }

  test('is read from a file; one that is missing or broken is one sentence', async () => {
    const file = join(folder, 'seed.json');
    await writeFile(file, JSON.stringify({ registrations: [OWN_APP] }));
    const command = readCommandLine(['--seed', file]);
    assert.equal(command.kind, 'start');
    await writeFile(join(folder, 'broken.json'), '{');
    const sentences: [string, RegExp][] = [
      ['broken.json', /^The seed file .*broken\.json is not JSON\.$/],
      ['missing.json', /^The seed file .*missing\.json cannot be read\.$/],
    ];
    for (const [name, sentence] of sentences) {
      const wrong = readCommandLine(['--seed', join(folder, name)]);
      assert.match(wrong.kind === 'wrong' ? wrong.sentence : '', sentence);
    }
  });
});
