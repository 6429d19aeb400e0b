import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type TestContext, test } from 'node:test';
import { configFrom, environmentOf } from './environment.ts';

const SCRIPT = fileURLToPath(new URL('write-site.ts', import.meta.url));
const VALID = {
  APP_CLIENT_ID: '11112222-bbbb-3333-cccc-4444dddd5555',
  APP_CLOUD: 'us-government',
  APP_TENANT: 'contoso.com',
};

function start(t: TestContext, variables: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  const hashes = join(folder, 'inline-hashes.json');
  writeFileSync(
    hashes,
    JSON.stringify({ script: ["'sha256-x='"], style: [], basePath: '/portal/' }),
  );
  const target = join(folder, 'site');
  const args = [SCRIPT, hashes, '/srv/www', target];
  const { status, stderr } = spawnSync(process.execPath, args, {
    env: variables,
    encoding: 'utf8',
  });
  const files = status === 0 ? readdirSync(target).sort() : [];
  return {
    status,
    stderr,
    files,
    read: (name: string) => readFileSync(join(target, name), 'utf8'),
  };
}

test('a config.json is the same after its way through environment variables', () => {
  const config = {
    clientId: '11112222-bbbb-3333-cccc-4444dddd5555',
    idleTimeoutMinutes: 15,
    scopes: ['User.Read'],
    apis: [{ name: 'Orders', origin: 'https://orders.example', scopes: ['x'] }],
  };

  assert.deepEqual(configFrom({ PATH: '/bin', ...environmentOf(config) }), config);
});

test('S25: the container writes config.json, and the nginx.conf with the policy of its cloud', (t) => {
  const { status, stderr, files, read } = start(t, VALID);

  assert.deepEqual(
    { status, stderr, files },
    { status: 0, stderr: '', files: ['config.json', 'nginx.conf'] },
  );
  assert.deepEqual(JSON.parse(read('config.json')), {
    clientId: '11112222-bbbb-3333-cccc-4444dddd5555',
    cloud: 'us-government',
    tenant: 'contoso.com',
  });
  assert.match(
    read('nginx.conf'),
    /connect-src 'self' https:\/\/login\.microsoftonline\.us https:\/\/graph\.microsoft\.us;/,
  );
  assert.match(read('nginx.conf'), /location = \/portal\/config\.json/);
});

test('F25: wrong variables are refused by name, in the words of the app’s own check', (t) => {
  const { status, stderr } = start(t, { ...VALID, APP_CLIENT_ID: 'x', APP_TENNANT: 'contoso.com' });

  assert.equal(status, 1);
  assert.match(stderr, /^APP_CLIENT_ID \(clientId\): "x"\. Give the Application \(client\) ID/m);
  assert.match(stderr, /^APP_TENNANT \(tennant\): .*This field is not known/m);
});

test('S36: the local cloud is refused but where the site is said to be on localhost', (t) => {
  const local = { ...VALID, APP_CLOUD: 'local' };

  assert.match(start(t, local).stderr, /^APP_CLOUD \(cloud\): "local".*refused on app\.invalid/m);
  assert.equal(start(t, { ...local, SITE_URL: 'http://localhost:8080' }).status, 0);
});

test('without variables the first that is missing is named', (t) => {
  assert.match(start(t, {}).stderr, /APP_CLIENT_ID \(clientId\): \(missing\)/);
});
