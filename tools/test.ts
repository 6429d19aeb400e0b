import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

/**
 * Runs every test of the repository, one runner after the other, and closes with one line that sums
 * them up: `N passed, N failed`. Exits 1 when anything failed, or when a runner ran nothing.
 */

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const RUNNERS = {
  'test:unit': 'unit',
  'test:emulator': 'emulator',
  'test:tools': 'tools',
  e2e: 'e2e',
};

/** What Playwright's JSON reporter and our own reporters leave behind. */
type Report =
  Counts | { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

function runAll(): Counts {
  rmSync('test-results', { recursive: true, force: true });
  mkdirSync('test-results');
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const [script, name] of Object.entries(RUNNERS)) {
    process.stdout.write(`\n— ${script}\n`);
    const { status } = spawnSync('npm', ['run', '--silent', script], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    const counts = read(`test-results/${name}.json`);
    if ((status !== 0 || counts.passed === 0) && counts.failed === 0) counts.failed = 1;
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  return total;
}

/** A runner that died before its report counts as one failure, which `runAll` adds. */
function read(path: string): Counts {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
  if (!('stats' in report)) return report;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

const { passed, failed, skipped } = runAll();
const tail = skipped > 0 ? `, ${skipped} skipped` : '';
process.stdout.write(`\n${passed} passed, ${failed} failed${tail}\n`);
process.exitCode = failed > 0 ? 1 : 0;
