import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/**
 * Runs e2e/fuzz against the build in `dist`: `npm run fuzz -- --runs 1000` with new seeds, `npm run fuzz -- --seed 17`
 * to replay one sequence and, if it fails, shorten it.
 */

const { values } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' } },
});
const isReplay = values.seed !== undefined && values.runs === undefined;
const runs = isReplay ? '1' : (values.runs ?? '1000');
const seed = values.seed ?? String(Date.now() % 1_000_000_000);
if (![runs, seed].every((text) => /^\d+$/.test(text))) {
  throw new Error('--runs and --seed take a whole number.');
}

process.stdout.write(`${runs} sequence(s) from seed ${seed}\n`);
const { status } = spawnSync(
  'playwright',
  ['test', '--config', 'e2e/playwright.config.ts', 'e2e/fuzz/'],
  {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      FUZZ_RUNS: runs,
      FUZZ_SEED: seed,
      ...(isReplay && { FUZZ_SHRINK: 'yes' }),
    },
  },
);
process.exitCode = status ?? 1;
