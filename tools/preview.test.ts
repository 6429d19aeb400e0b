import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type TestContext, test } from 'node:test';
import { siteFor } from '../hosting/site.ts';
import { readPreviewOptions } from './preview-options.ts';

const SCRIPT = fileURLToPath(new URL('preview.ts', import.meta.url));
const CONFIG = {
  clientId: '11112222-bbbb-3333-cccc-4444dddd5555',
  cloud: 'global',
  tenant: 'contoso.com',
};
const HASHES = { script: ["'sha256-x='"], style: [], basePath: '/portal/' };
/** More than the buffers of a connection hold. */
const LARGE = randomBytes(32_000_000);

function startPreview(t: TestContext, config: object) {
  const output = mkdtempSync(join(tmpdir(), 'preview-'));
  t.after(() => {
    rmSync(output, { recursive: true });
  });
  mkdirSync(join(output, 'browser'));
  writeFileSync(join(output, 'inline-hashes.json'), JSON.stringify(HASHES));
  const files = {
    'index.html': 'landing page'.repeat(100),
    'index.csr.html': 'any other page'.repeat(100),
    'redirect.html': 'bridge page'.repeat(100),
    'main-6PA2CVVA.js': 'script'.repeat(100),
    'config.json': JSON.stringify(config),
    'large.bin': LARGE,
  };
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(output, 'browser', name), content);
  const args = [SCRIPT, '--no-build', '--port', '0', '--output-path', output];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  t.after(() => child.kill('SIGKILL'));
  return child;
}

async function addressOf(child: ReturnType<typeof startPreview>): Promise<string> {
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/localhost:\d+\/portal\//.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error('The preview has ended.');
}

test('S16, S25, S31, S32, S33: the preview sends the policy with every path, compressed as the browser takes it', async (t) => {
  const url = await addressOf(startPreview(t, CONFIG));
  const site = siteFor(JSON.stringify(CONFIG), HASHES);

  for (const [path, status, headers] of [
    ['', 200, site.page],
    ['profile', 200, site.page],
    ['config.json', 200, site.page],
    ['main-6PA2CVVA.js', 200, site.hashed],
    ['redirect.html', 200, site.bridge],
    ['chunk-D-iFaB-X.js', 404, site.error],
    ['.env', 404, site.error],
  ] as const) {
    const response = await fetch(url + path);
    assert.equal(response.status, status, path);
    for (const [name, value] of Object.entries(headers))
      assert.equal(response.headers.get(name), value, `${path} ${name}`);
  }
  for (const [accepted, encoding] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', null],
  ] as const) {
    const response = await fetch(`${url}profile`, { headers: { 'Accept-Encoding': accepted } });
    assert.equal(response.headers.get('Content-Encoding'), encoding, accepted);
    assert.match(await response.text(), /^any other page/);
  }
});

test('at SIGTERM the preview sends what it has begun, takes no more, and exits 0', async (t) => {
  const child = startPreview(t, CONFIG);
  const url = await addressOf(child);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${url}large.bin`, resolve).on('error', reject);
  });
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  // The end of listening is what a load balancer sees; only then is the answer read.
  while (
    await fetch(url).then(
      () => true,
      () => false,
    )
  )
    continue;
  assert.equal(child.exitCode, null);
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);

  assert.ok(Buffer.concat(chunks).equals(LARGE));
  assert.deepEqual(await ended, [0, null]);
});

test('F25: a config.json that the app would refuse is refused, in the same words', async (t) => {
  const child = startPreview(t, { ...CONFIG, tenant: 'not a tenant' });
  let text = '';
  child.stderr.on('data', (chunk) => (text += String(chunk)));

  assert.deepEqual(await once(child, 'close'), [1, null]);
  assert.match(text, /^tenant: "not a tenant"\. Give your tenant/);
});

test('what cannot be meant on the command line is refused', () => {
  assert.throws(() => readPreviewOptions(['--port', 'x']), /--port takes a number/);
  assert.throws(
    () => readPreviewOptions(['--no-build', '--base-href', '/a/']),
    /leave --no-build out/,
  );
  assert.deepEqual(readPreviewOptions(['--base-href', '/a/']), {
    port: 3000,
    build: true,
    noApi: false,
    output: 'dist/app',
    buildArgs: ['--base-href', '/a/'],
  });
});
