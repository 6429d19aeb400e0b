import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** `npm run e2e:nginx`: the e2e suite, or the specs that follow `--`, against the build behind nginx. */
const cli = fileURLToPath(import.meta.resolve('@playwright/test/cli'));
const args = [cli, 'test', '--config', 'e2e/playwright.config.ts', ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, {
  stdio: 'inherit',
  env: { ...process.env, E2E_HOST: 'nginx' },
});
process.exitCode = status ?? 1;
