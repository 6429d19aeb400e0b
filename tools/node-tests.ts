import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

/**
 * Runs the `*.test.ts` of the folders named on the command line with node:test, shows them as they
 * come, and leaves their counts in `test-results/<first folder>.json`, where `npm test` sums them up.
 */

const folders = process.argv.slice(2);
const counts = { passed: 0, failed: 0, skipped: 0 };

const events = run({
  globPatterns: folders.map((folder) => `${folder}/**/*.test.ts`),
  // One file after the other, unless said otherwise.
  concurrency: availableParallelism(),
});
events.on('test:summary', ({ file, counts: { tests, passed, skipped, todo } }) => {
  // A summary comes for every file; the one without a file is the run's.
  if (file !== undefined) return;
  Object.assign(counts, {
    passed,
    failed: tests - passed - skipped - todo,
    skipped: skipped + todo,
  });
});
events.pipe(new spec()).pipe(process.stdout);
events.on('end', () => {
  mkdirSync('test-results', { recursive: true });
  writeFileSync(`test-results/${folders[0] ?? 'node'}.json`, JSON.stringify(counts));
  process.exitCode = counts.failed > 0 ? 1 : 0;
});
