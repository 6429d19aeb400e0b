import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { readCommandLine } from '../options.ts';
import { startLocalCloud } from '../index.ts';
import { seededDirectory } from './directory.ts';
import { allGroups } from './groups.ts';
import { readSeed } from './seed.ts';
import { TestBrowser } from '../test-browser.ts';

const OWN_API = {
  uri: 'api://mine',
  appId: 'bbbbbbbb-1111-4222-8333-444455556666',
  name: 'My API',
  scopes: [{ value: 'Mine.Read', title: 'Read mine' }],
};
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

  test('groups may hold each other, and personal accounts have the ids Graph shows', () => {
    const groups = [
      { displayName: 'Outer', memberGroups: ['Inner'] },
      { displayName: 'Inner', members: ['nia@contoso.example'], kind: 'microsoft365' as const },
    ];
    const people = [
      { username: 'nia@contoso.example', displayName: 'Nia Own' },
      { username: 'kim@outlook.example', displayName: 'Kim Own' },
    ];
    const directory = seededDirectory(readSeed({ groups, people }));
    const nia = directory.personByUsername('nia@contoso.example');
    assert.deepEqual(
      nia && allGroups(directory.groups, nia).map(({ displayName }) => displayName),
      ['All Company', 'Inner', 'Outer'],
    );
    const kim = directory.personByUsername('kim@outlook.example');
    assert.match(kim?.id ?? '', /^00000000-0000-0000-/);
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
    [
      { people: [{ username: 'a@nowhere.example', displayName: 'A' }] },
      /at people\.0\.username: .*domain nowhere\.example/,
    ],
    [
      { people: [{ username: 'Adele@Contoso.example', displayName: 'A' }] },
      /at people\.0\.username: somebody is called adele@contoso\.example already/,
    ],
    [{ resources: [OWN_API, OWN_API] }, /at resources\.1\.uri: My API has api:\/\/mine already/],
    [
      { resources: [{ ...OWN_API, appId: '00000003-0000-0000-C000-000000000000' }] },
      /at resources\.0\.appId: Microsoft Graph has /,
    ],
    [
      { resources: [{ ...OWN_API, roles: { Keeper: ['nobody@contoso.example'] } }] },
      /at resources\.0\.roles\.Keeper\.0: no person or group is called nobody@/,
    ],
    [{ permissions: [{ value: 'Mail.Read', title: 'M' }] }, /at permissions\.0\.value: /],
    [
      { registrations: [{ ...OWN_APP, permissions: ['User.Read', 'Mail.Raed'] }] },
      /at registrations\.0\.permissions\.1: no API .* Mail\.Raed/,
    ],
    [
      { registrations: [{ ...OWN_APP, roles: { Boss: ['Retail', 'Nobody'] } }] },
      /at registrations\.0\.roles\.Boss\.1: /,
    ],
    [{ groups: [{ displayName: 'Retail' }] }, /at groups\.0\.displayName: /],
    [{ groups: [{ displayName: 'A' }, { displayName: 'A' }] }, /at groups\.1\.displayName: /],
    [
      { groups: [{ displayName: 'A', members: ['oscar@fabrikam.example'] }] },
      /at groups\.0\.members\.0: the tenant of the group has no oscar@/,
    ],
    [{ groups: [{ displayName: 'A', memberGroups: ['B'] }] }, /at groups\.0\.memberGroups\.0: /],
  ];
  for (const [seed, message] of mistakes) {
    test(`refuses ${JSON.stringify(seed).slice(0, 90)} with the field's name`, async () => {
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
