import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startLocalCloud, type LocalCloud } from '../emulator/index.ts';
import { startApi } from './start-api.ts';
import { cloudSeed } from './cloud-seed.ts';
import { serveAtPath, watchArgs } from './serve-at-path.ts';
import { shownLine } from './serve-output.ts';
import { readStartOptions, USAGE, type StartOptions } from './start-options.ts';
import { readPublicConfig, startPlan, type StartPlan } from './start-plan.ts';
import { startSummary } from './start-summary.ts';
import { takenPorts } from './taken-ports.ts';

/**
 * `npm start`: the app and, while `config.json` says so, the local cloud beside it, in this process.
 * They end together. Exits 1, with one sentence for each mistake, when they cannot be started.
 */
async function start(): Promise<number> {
  const options = readStartOptions(process.argv.slice(2), process.env);
  if (options === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  const plan = startPlan(readPublicConfig(), options);
  const taken = await takenPorts(plan, 'npm start');
  if (taken.length > 0) throw new Error(taken.join('\n'));
  const cloud = await startCloud(plan, options);
  const api = await startApi(plan, cloud);
  try {
    return await serveApp(cloud, options, api?.url);
  } finally {
    await api?.close();
    await cloud?.close();
  }
}

function startCloud(
  { cloud: port, clientId }: StartPlan,
  { control, seed = '1', base }: StartOptions,
): Promise<LocalCloud | undefined> {
  if (port === undefined) return Promise.resolve(undefined);
  return startLocalCloud({
    port,
    control,
    faultButtons: true,
    seed: cloudSeed(seed, clientId, base),
  });
}

async function serveApp(
  cloud: LocalCloud | undefined,
  options: StartOptions,
  api: string | undefined,
): Promise<number> {
  const { port, open, control, base } = options;
  const ng = fileURLToPath(import.meta.resolve('@angular/cli/bin/ng.js'));
  const serve = ['serve', '--port', String(port), ...(open ? ['--open'] : [])];
  const args = [ng, ...(base === '/' ? serve : watchArgs(base))];
  const server = base === '/' ? undefined : await serveAtPath(port, base);
  process.stdout.write('Building the app…\n');
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    // `ng serve` would prefer PORT to its option.
    env: { ...process.env, PORT: undefined },
  });
  const url = `http://localhost:${port}${base}`;
  let isReady = false;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const shown = shownLine(line, isReady);
    if (shown !== undefined) process.stdout.write(`${shown}\n`);
  });
  void answers(url, child).then(() => {
    if (hasEnded(child)) return;
    isReady = true;
    process.stdout.write(startSummary(url, cloud, control, api));
  });
  return endOf(child).finally(() => server?.close());
}

/** Waits until the app answers, or has ended. */
async function answers(url: string, child: ChildProcess): Promise<void> {
  while (!hasEnded(child)) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** The exit code of the whole: an end that was asked for is none to complain about. */
async function endOf(child: ChildProcess): Promise<number> {
  const end = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Ctrl-C reaches both programs, a signal to this one only this one.
    process.on(signal, () => {
      end.abort();
      child.kill(signal);
    });
  }
  const [code] = (await once(child, 'exit')) as [number | null];
  return end.signal.aborted ? 0 : (code ?? 1);
}

process.exitCode = await start().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  return 1;
});
