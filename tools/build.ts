import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readBuildOptions } from './build-options.ts';
import { finishBuild } from './finish-build.ts';

/**
 * `npm run build`: `ng build`, with the options that follow `--`, and what that leaves to be done. For a sub-path:
 * `npm run build -- --base-href /portal/`. Exits 1, with a sentence, when it fails.
 */
async function build(): Promise<number> {
  const { base, output, args } = readBuildOptions(process.argv.slice(2));
  const ng = fileURLToPath(import.meta.resolve('@angular/cli/bin/ng.js'));
  const { status } = spawnSync(process.execPath, [ng, 'build', ...args], { stdio: 'inherit' });
  if (status !== 0) return status ?? 1;
  await finishBuild(pathToFileURL(`${output}/`), base);
  return 0;
}

process.exitCode = await build().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  return 1;
});
