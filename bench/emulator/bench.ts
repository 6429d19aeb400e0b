import { fork, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { CLIENT } from '../../emulator/test-browser.ts';
import { measure } from './load.ts';
import type { Load } from './load.ts';

/**
 * `npm run bench:emulator`: how fast the local cloud starts and answers, and whether its memory stays
 * flat. Loopback only; ends by itself after 100,000 requests or five minutes, with 1 when a promise of
 * emulator/README.md is broken.
 */

const START_WITHIN = 500;
const GROWTH_ALLOWED = 0.1;
const deadline = AbortSignal.timeout(300_000);

const readySchema = v.object({
  url: v.string(),
  accessToken: v.string(),
  refreshToken: v.string(),
});
const memorySchema = v.object({ heap: v.number() });

const starts: number[] = [];
for (let turn = 0; turn < 10; turn += 1) {
  starts.push(await timeToListen());
}
// The least disturbed by whatever else the machine does.
const start = Math.min(...starts);
print(`start to listening   ${start.toFixed(0)} ms (best of 10, at most ${String(START_WITHIN)})`);

const child = fork(fileURLToPath(new URL('served-cloud.ts', import.meta.url)), {
  execArgv: ['--expose-gc'],
});
try {
  const [message] = (await once(child, 'message', { signal: deadline })) as unknown[];
  const growth = await load(v.parse(readySchema, message));
  process.exitCode = start > START_WITHIN || growth > GROWTH_ALLOWED ? 1 : 0;
} finally {
  child.disconnect();
}

async function load(cloud: v.InferOutput<typeof readySchema>): Promise<number> {
  const { url } = cloud;
  const discovery: Load = {
    method: 'GET',
    url: `${url}/common/v2.0/.well-known/openid-configuration`,
  };
  const me: Load = {
    method: 'GET',
    url: `${url}/v1.0/me`,
    headers: { authorization: `Bearer ${cloud.accessToken}` },
  };
  const token: Load = {
    method: 'POST',
    url: `${url}/common/oauth2/v2.0/token`,
    headers: {
      origin: 'http://localhost:3000',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: CLIENT,
      refresh_token: cloud.refreshToken,
      scope: 'openid profile offline_access User.Read',
    }).toString(),
  };
  // The log and its kind are full, and the code compiled, before anything is measured.
  for (const each of [discovery, me, token]) {
    await measure(each, 1500, deadline);
  }
  const before = await heapOf(child);
  await report('discovery', discovery, 55_000);
  await report('/v1.0/me', me, 35_000);
  await report('/token (refresh)', token, 10_000);
  const after = await heapOf(child);
  const growth = after / before - 1;
  print(
    `heap after 100,000   ${mebibytes(before)} -> ${mebibytes(after)} MiB (${(growth * 100).toFixed(1)} %, at most 10)`,
  );
  return growth;
}

async function report(name: string, each: Load, count: number): Promise<void> {
  const { perSecond, p50, p99 } = await measure(each, count, deadline);
  const rate = perSecond.toFixed(0).padStart(6);
  print(`${name.padEnd(20)} ${rate} /s   p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms`);
}

/** From the start of the process to its first line, which it prints once it listens. */
async function timeToListen(): Promise<number> {
  const main = fileURLToPath(new URL('../../emulator/main.ts', import.meta.url));
  const begun = performance.now();
  const emulator = spawn(process.execPath, [main, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(emulator.stdout, 'data', { signal: deadline });
  const elapsed = performance.now() - begun;
  emulator.kill();
  await once(emulator, 'exit', { signal: deadline });
  return elapsed;
}

async function heapOf(server: ChildProcess): Promise<number> {
  server.send('memory');
  const [message] = (await once(server, 'message', { signal: deadline })) as unknown[];
  return v.parse(memorySchema, message).heap;
}

function mebibytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(1);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
