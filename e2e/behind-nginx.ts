import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { NOT_BEHIND_NGINX } from './not-behind-nginx.ts';

/**
 * `npm run e2e:nginx`: builds the app, and runs the e2e suite, or the specs that follow `--`, against it behind nginx.
 * `--base-href /portal/`, before them, makes it the app below that path. Exits 1 when the build or a test fails.
 */
const args = process.argv.slice(2);
const buildArgs = args[0] === '--base-href' ? args.slice(0, 2) : [];
const testArgs = args.slice(buildArgs.length);

function run(...program: readonly string[]): boolean {
  const env = { ...process.env, E2E_HOST: 'nginx' };
  return spawnSync(process.execPath, program, { stdio: 'inherit', env }).status === 0;
}

for (const [spec, reason] of Object.entries(NOT_BEHIND_NGINX))
  process.stdout.write(`Left out: ${spec}, for ${reason}.\n`);
const playwright = fileURLToPath(import.meta.resolve('@playwright/test/cli'));
const passed =
  run('tools/build.ts', ...buildArgs) &&
  run(playwright, 'test', '--config', 'e2e/playwright.config.ts', ...testArgs);
process.exitCode = passed ? 0 : 1;
