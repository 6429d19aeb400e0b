import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { hashOf, load, signIn } from './clients.ts';
import { type FaultyProxy, startFaultyProxy } from './faulty-proxy.ts';

export interface LoadOptions {
  /** Sign-ins at the same time. */
  readonly signIns: number;
  /** How long the network fails at random. */
  readonly milliseconds: number;
  /** The same seed makes the same faults, though not at the same moments. */
  readonly seed: number;
  /** Told what comes of it, line by line. */
  readonly report: (line: string) => void;
}

/** Memory of the process under load after garbage collection, and the sign-ins it has had. */
interface Sample {
  readonly signIns: number;
  readonly megabytes: number;
}

export interface LoadResult {
  readonly signIns: number;
  readonly files: number;
  /** Further attempts that the faults of the network cost. */
  readonly repeated: number;
  readonly faults: number;
  readonly memory: readonly Sample[];
  /** Requests that ran at SIGTERM, all answered. */
  readonly finished: number;
}

const readySchema = v.object({ cloud: v.string(), app: v.string(), people: v.array(v.string()) });
const statusSchema = v.object({ heap: v.number(), rss: v.number(), running: v.number() });
type Ready = v.InferOutput<typeof readySchema>;

const WORKERS = 60;
const SHARE = 0.03;
const FINISHING = 50;
const PATHS = ['/', '/profile', '/config.json', '/redirect.html'];

/**
 * Puts the local cloud and the preview's server under load: everybody signs in at once, then the network fails at
 * random, then SIGTERM comes while requests run.
 *
 * @throws Error for whatever was lost, see `WrongAnswer`
 */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const child = fork(fileURLToPath(new URL('served.ts', import.meta.url)), {
    execArgv: ['--expose-gc'],
  });
  const random = mulberry32(options.seed);
  let proxies: FaultyProxy[] = [];
  try {
    const [message] = (await once(child, 'message')) as unknown[];
    const served = v.parse(readySchema, message);
    proxies = [
      await startFaultyProxy(served.cloud, random),
      await startFaultyProxy(served.app, random),
    ];
    const begun = performance.now();
    const person = (index: number) => served.people[index % served.people.length] ?? '';
    await Promise.all(
      Array.from({ length: options.signIns }, (_, index) => signIn(served.cloud, person(index))),
    );
    options.report(`${options.signIns} sign-ins at once in ${seconds(begun)} s`);
    const result = await underFaults(options, served, proxies, child);
    const finished = await finishAtSigterm(served, child);
    options.report(`SIGTERM: ${finished} running requests answered`);
    return { ...result, signIns: result.signIns + options.signIns, finished };
  } finally {
    child.kill('SIGKILL');
    await Promise.all(proxies.map((proxy) => proxy.close()));
  }
}

async function underFaults(
  { milliseconds, signIns: before, report }: LoadOptions,
  served: Ready,
  [cloud, app]: readonly FaultyProxy[],
  child: ChildProcess,
): Promise<Omit<LoadResult, 'finished'>> {
  if (!cloud || !app) throw new Error('There is no proxy.');
  const expected = new Map<string, string>();
  for (const path of PATHS) expected.set(path, await hashOf(served.app + path));
  cloud.share = app.share = SHARE;
  const counts = { signIns: 0, files: 0, repeated: 0 };
  const memory: Sample[] = [];
  const sample = async () => {
    const { heap } = await ask(child, 'memory');
    memory.push({ signIns: before + counts.signIns, megabytes: heap / 2 ** 20 });
    report(`${before + counts.signIns} sign-ins, ${(heap / 2 ** 20).toFixed(1)} MiB`);
  };
  const end = performance.now() + milliseconds;
  const work = async (worker: number) => {
    for (let turn = worker; performance.now() < end; turn += WORKERS) {
      const person = served.people[turn % served.people.length] ?? '';
      const attempts = await signIn(cloud.url, person);
      counts.repeated += attempts - 1;
      counts.signIns += 1;
      for (const [path, hash] of expected) {
        const loads = await load(app.url + path, hash);
        counts.repeated += loads - 1;
        counts.files += 1;
      }
    }
  };
  const sampling = setInterval(() => void sample(), Math.max(milliseconds / 20, 1_000));
  await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)));
  clearInterval(sampling);
  cloud.share = app.share = 0;
  await sample();
  const faults = [cloud, app].flatMap((proxy) => Object.values(proxy.faults));
  return { ...counts, faults: faults.reduce((sum, count) => sum + count, 0), memory };
}

/** Requests that the server has begun are answered after SIGTERM, and it exits 0. */
async function finishAtSigterm({ cloud }: Ready, child: ChildProcess): Promise<number> {
  await ask(child, 'slow');
  const requests = Array.from({ length: FINISHING }, () => fetch(`${cloud}/v1.0/me`));
  while ((await ask(child, 'running')).running < FINISHING) continue;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const answers = await Promise.all(requests);
  // Without a token: an answer all the same.
  const answered = answers.filter(({ status }) => status === 401).length;
  await Promise.all(answers.map((answer) => answer.text()));
  const [code] = (await exited) as [number | null];
  if (answered !== FINISHING || code !== 0)
    throw new Error(`SIGTERM: ${answered} of ${FINISHING} answered, exit code ${code ?? 'none'}.`);
  return answered;
}

async function ask(child: ChildProcess, question: string) {
  child.send(question);
  const [message] = (await once(child, 'message')) as unknown[];
  return v.parse(statusSchema, message);
}

const seconds = (begun: number): string => ((performance.now() - begun) / 1_000).toFixed(1);

/** A small generator of numbers from 0 to 1 that a seed decides. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
