import { channel } from 'node:diagnostics_channel';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startLocalCloud } from '../../emulator/index.ts';
import { builtFiles } from '../../hosting/built-files.ts';
import { appHeaders, type InlineHashes } from '../../hosting/policy.ts';
import { serveBuildAt } from '../../hosting/serve-build.ts';

/**
 * The process under load: the local cloud and the preview's server. It tells its memory and how many requests run, and
 * ends at SIGTERM as `npm run preview` does. Without a build it serves a page of its own.
 */

const PATIENCE_MS = 10_000;
const output = new URL('../../dist/app/', import.meta.url);
const isBuilt = existsSync(new URL('inline-hashes.json', output));
// A copy: somebody may build meanwhile.
const folder = mkdtempSync(join(tmpdir(), 'load-'));
if (isBuilt) cpSync(fileURLToPath(new URL('browser/', output)), folder, { recursive: true });
process.once('exit', () => {
  rmSync(folder, { recursive: true });
});

const cloud = await startLocalCloud({ port: 0 });
const origins = { login: [cloud.url], graph: [cloud.url] };
const hashes = isBuilt
  ? (JSON.parse(readFileSync(new URL('inline-hashes.json', output), 'utf8')) as InlineHashes)
  : undefined;
const server = await serveBuildAt(0, {
  headers: appHeaders(origins, hashes),
  page: '/index.csr.html',
  file: isBuilt
    ? builtFiles(folder)
    : () => Promise.resolve({ body: '<!doctype html><h1>A page</h1>'.repeat(1_000) }),
});

let running = 0;
channel('http.server.request.start').subscribe(() => (running += 1));
channel('http.server.response.finish').subscribe(() => (running -= 1));
process.on('message', (message) => {
  if (message === 'slow') cloud.faults.add({ at: 'graph', fault: { kind: 'delay', ms: 1_000 } });
  if (message === 'memory') globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  process.send?.({ heap: heapUsed, rss, running });
});
process.once('SIGTERM', () => {
  void Promise.all([server.drain(PATIENCE_MS), cloud.close(PATIENCE_MS)]).then(() => {
    process.disconnect();
  });
});
process.send?.({
  cloud: cloud.url,
  app: `http://localhost:${server.port}`,
  people: cloud.people.map(({ username }) => username),
});
