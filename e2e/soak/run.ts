import { spawnSync } from 'node:child_process';

/** Runs e2e/soak at full length against the build in `dist`: 500 cycles, 200 changes. */
const { status } = spawnSync(
  'playwright',
  ['test', '--config', 'e2e/playwright.config.ts', 'e2e/soak/'],
  {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, SOAK_CYCLES: '500', SOAK_CHANGES: '200' },
  },
);
process.exitCode = status ?? 1;
