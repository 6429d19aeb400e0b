import { parseArgs } from 'node:util';
import { type LoadResult, runLoad } from './run-load.ts';

/**
 * `npm run load -- [--sign-ins 1000] [--minutes 10] [--seed 1]`: see docs/testing.md. Exits 1 when something was lost, or
 * when memory grows.
 */

/** From here on the cloud has forgotten as much as it remembers: 10,000 codes, 5,000 browser sessions. */
const FULL = 11_000;
const GROWTH_ALLOWED = 0.1;

const { values } = parseArgs({
  options: {
    'sign-ins': { type: 'string', default: '1000' },
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
  },
});
const report = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const result = await runLoad({
  signIns: Number(values['sign-ins']),
  milliseconds: Number(values.minutes) * 60_000,
  seed: Number(values.seed),
  report,
});
report(
  `${result.signIns} sign-ins and ${result.files} files, ${result.faults} faults, ${result.repeated} attempts repeated, nothing lost`,
);
const growth = growthOf(result);
if (growth === undefined) report(`memory: too few sign-ins to tell, ${FULL} fill the cloud`);
else report(`memory grew by ${(growth * 100).toFixed(1)} %, at most ${GROWTH_ALLOWED * 100}`);
process.exitCode = (growth ?? 0) > GROWTH_ALLOWED ? 1 : 0;

/** Compares the least of the first and of the last third: a sample counts what is under way as well. */
function growthOf({ memory }: LoadResult): number | undefined {
  const full = memory.filter(({ signIns }) => signIns >= FULL).map(({ megabytes }) => megabytes);
  const third = Math.ceil(full.length / 3);
  return full.length < 6
    ? undefined
    : Math.min(...full.slice(-third)) / Math.min(...full.slice(0, third)) - 1;
}
