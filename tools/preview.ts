import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LocalCloud, startLocalCloud } from '../emulator/index.ts';
import { builtFiles } from '../hosting/built-files.ts';
import { checkConfig } from '../hosting/check-config.ts';
import type { InlineHashes } from '../hosting/policy.ts';
import { precompress } from '../hosting/precompress.ts';
import { inLanguages, serveBuildAt } from '../hosting/serve-build.ts';
import { siteFor } from '../hosting/site.ts';
import { cloudSeed } from './cloud-seed.ts';
import { readPreviewOptions, USAGE, type PreviewOptions } from './preview-options.ts';
import { startApi } from './start-api.ts';
import { readPublicConfig, startPlan, type StartPlan } from './start-plan.ts';
import { takenPorts } from './taken-ports.ts';

/** How long running requests may take once the preview is told to end. */
const PATIENCE_MS = 10_000;

/**
 * `npm run preview`: the production build on a server that does what a host has to do, beside the local cloud. At
 * SIGTERM it takes no more requests, finishes those that run, and exits 0. Exits 1, with one sentence for each mistake,
 * when it cannot be started.
 */
async function preview(): Promise<number> {
  const options = readPreviewOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  const folder = join(options.output, 'browser');
  const plan = await planFor(options, folder);
  if (options.build) {
    const script = fileURLToPath(new URL('build.ts', import.meta.url));
    const args = [script, ...options.buildArgs];
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
    if (status !== 0) return status ?? 1;
  }
  const hashes = JSON.parse(readBuilt(join(options.output, 'inline-hashes.json'))) as InlineHashes;
  const config = readBuilt(join(folder, 'config.json'));
  const { basePath: base, page: headers } = siteFor(config, hashes);
  await refuseWrong(config, base);
  precompress(folder);
  const cloud = await startCloud(plan, base);
  const api = await startApi(plan, cloud);
  const build = { basePath: base, headers, page: '/index.csr.html', file: builtFiles(folder) };
  const server = await serveBuildAt(options.port, ...inLanguages(build, hashes.languages));
  process.stdout.write(`The production build is at http://localhost:${server.port}${base}\n`);
  if (cloud) process.stdout.write(`The local cloud is at ${cloud.url}\n`);
  if (api) process.stdout.write(`The example API is at ${api.url}\n`);
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  await server.drain(PATIENCE_MS);
  await api?.close();
  await cloud?.close();
  return 0;
}

/** The ports, looked at before the build, which takes a while. */
async function planFor(options: PreviewOptions, folder: string): Promise<StartPlan> {
  const source = options.build ? readPublicConfig() : readBuilt(join(folder, 'config.json'));
  const plan = startPlan(source, { ...options, control: false, seed: undefined });
  const taken = await takenPorts(plan, 'npm run preview');
  if (taken.length > 0) throw new Error(taken.join('\n'));
  return plan;
}

function readBuilt(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`There is no build: leave --no-build out. ${(cause as Error).message}`, {
      cause,
    });
  }
}

async function refuseWrong(text: string, base: string): Promise<void> {
  const { problems } = await checkConfig(JSON.parse(text), new URL(base, 'http://localhost'));
  if (problems.length > 0)
    throw new Error(problems.map((p) => `${p.field}: ${p.value}. ${p.remedy}`).join('\n'));
}

async function startCloud(
  { cloud: port, clientId }: ReturnType<typeof startPlan>,
  base: string,
): Promise<LocalCloud | undefined> {
  if (port === undefined) return undefined;
  return startLocalCloud({ port, control: false, seed: cloudSeed('1', clientId, base) });
}

process.exitCode = await preview().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  return 1;
});
