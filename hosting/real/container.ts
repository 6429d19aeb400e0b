import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import type { InlineHashes } from '../policy.ts';
import { siteFor } from '../site.ts';
import { freePort, program } from './programs.ts';

/**
 * `npm run test:hosts`: what the Dockerfile does, in the order and the words it has, without an engine: its build steps
 * make the folder, its command starts in it, its health check asks, its stop signal ends it. As root also under another
 * user and on a file system that is read-only but for /tmp.
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DOCKERFILE = readFileSync(new URL('../container/Dockerfile', import.meta.url), 'utf8');
const joined = DOCKERFILE.replaceAll('\\\n', ' ');
const line = (pattern: RegExp): string => pattern.exec(joined)?.[1] ?? assert.fail(String(pattern));
const STEPS = line(/^RUN npm run build.*?&& (.*)$/m);
const COMMAND = (JSON.parse(line(/^CMD (.*)$/m)) as string[]).at(-1) ?? '';
const HEALTH_CHECK = line(/^HEALTHCHECK .* CMD (.*)$/m);
const STOP_SIGNAL = line(/^STOPSIGNAL (\w+)$/m) as NodeJS.Signals;

const CONFIG = {
  clientId: '11112222-bbbb-3333-cccc-4444dddd5555',
  cloud: 'us-government',
  tenant: 'contoso.com',
};
const VARIABLES = {
  APP_CLIENT_ID: CONFIG.clientId,
  APP_CLOUD: CONFIG.cloud,
  APP_TENANT: CONFIG.tenant,
};
const LARGE = 64 * 1024 * 1024;

let folder: string;
let port: number;

before(async () => {
  program('nginx', 'nginx-light');
  port = await freePort();
  folder = mkdtempSync(join(tmpdir(), 'container-'));
  chmodSync(folder, 0o755);
  const source = join(folder, 'src');
  for (const name of ['dist/app', 'hosting', 'src/app/settings', 'package.json'])
    cpSync(join(ROOT, name), join(source, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(source, 'node_modules'));
  const { stderr, status } = inShell(STEPS.replaceAll('/out', join(folder, 'srv')), source);
  assert.equal(status, 0, stderr);
  // More than the buffers of a connection hold.
  writeFileSync(join(folder, 'srv/www/large.txt'), '');
  truncateSync(join(folder, 'srv/www/large.txt'), LARGE);
  mkdirSync(join(folder, 'tmp'));
  chmodSync(join(folder, 'tmp'), 0o1777);
});

after(() => {
  rmSync(folder, { recursive: true });
});

const environment = (variables: Readonly<Record<string, string>>) => ({
  PATH: `${dirname(process.execPath)}:/usr/sbin:/usr/bin:/sbin:/bin`,
  PORT: String(port),
  BASE: '/',
  ...variables,
});

const inShell = (command: string, cwd = folder) =>
  spawnSync('sh', ['-c', command], { cwd, env: environment({}), encoding: 'utf8' });

/** Starts the command of the Dockerfile, with the folder as the root of the file system as far as it knows. */
function start(variables: Readonly<Record<string, string>>): ChildProcess & { log: string } {
  const temp = join(folder, 'tmp');
  const command = COMMAND.replace(/\/(srv|tmp)\//g, `${folder}/$1/`);
  const lockedDown = `mount --bind ${temp} ${temp} && mount -o remount,bind,ro / \
    && exec setpriv --reuid 65534 --regid 65534 --clear-groups --bounding-set=-all sh -c "$0"`;
  const isRoot = process.getuid?.() === 0;
  const args = ['-c', ...(isRoot ? [lockedDown, command] : [command])];
  const child = spawn(isRoot ? 'unshare' : 'sh', isRoot ? ['--mount', 'sh', ...args] : args, {
    cwd: '/',
    env: environment(variables),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const started = Object.assign(child, { log: '' });
  child.stderr.on('data', (chunk) => (started.log += String(chunk)));
  return started;
}

const url = (path: string) => `http://127.0.0.1:${port}${path}`;

async function startHealthy(): Promise<ReturnType<typeof start>> {
  const child = start(VARIABLES);
  while (inShell(HEALTH_CHECK).status !== 0) {
    assert.equal(child.exitCode, null, child.log);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return child;
}

test('S25, S31: the container serves the build with its variables as settings, and their policy', async () => {
  const hashes = readFileSync(join(folder, 'srv/inline-hashes.json'), 'utf8');
  const site = siteFor(JSON.stringify(CONFIG), JSON.parse(hashes) as InlineHashes);
  const child = await startHealthy();
  try {
    for (const [path, headers] of [
      ['/', site.page],
      ['/profile', site.page],
      ['/redirect.html', site.bridge],
      ['/missing.js', site.error],
    ] as const) {
      const answer = await fetch(url(path));
      for (const [name, value] of Object.entries(headers))
        assert.equal(answer.headers.get(name), value, `${path}: ${name}`);
    }
    assert.deepEqual(await (await fetch(url('/config.json'))).json(), CONFIG);
    assert.equal((await fetch(url('/'))).headers.get('Content-Encoding'), 'gzip');
  } finally {
    child.kill(STOP_SIGNAL);
  }
  assert.deepEqual(await once(child, 'exit'), [0, null], child.log);
});

test('its stop signal takes no more requests, and lets one that runs finish', async () => {
  const child = await startHealthy();
  const [answer] = (await once(get(url('/large.txt')), 'response')) as [IncomingMessage];
  child.kill(STOP_SIGNAL);
  while (inShell(HEALTH_CHECK).status === 0);
  assert.equal(child.exitCode, null);

  let length = 0;
  for await (const chunk of answer) length += (chunk as Buffer).length;
  assert.equal(length, LARGE);
  assert.deepEqual(await once(child, 'exit'), [0, null], child.log);
});

test('F25: with a wrong variable it ends with the name and the remedy, and serves nothing', async () => {
  const child = start({ ...VARIABLES, APP_TENANT: 'not a tenant' });

  assert.deepEqual(await once(child, 'exit'), [1, null]);
  assert.match(child.log, /^APP_TENANT \(tenant\): "not a tenant"/m);
  assert.notEqual(inShell(HEALTH_CHECK).status, 0);
});
