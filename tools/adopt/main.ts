import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { NodeWorkflow } from '@angular-devkit/schematics/tools/index.js';
import { lastValueFrom } from 'rxjs';

const USAGE = `npm run adopt -- <folder> [--project name] [--dry-run] [--skip-install] [--force]

Puts the sign-in layer of this project into the Angular application in <folder>: docs/adopting.md says what changes.
Refuses where there are changes that are not committed, unless --force.
`;

/** `npm run adopt`: runs the schematic of collection.json, which `ng generate` runs too, in another folder. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      project: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'skip-install': { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
    },
  });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) {
    process.stderr.write(USAGE);
    return 1;
  }
  const root = resolve(folder);
  if (!values.force && hasChanges(root)) {
    throw new Error(
      `${root} has changes that are not committed: commit or stash them, so that you see what this changes, or add --force.`,
    );
  }
  const changed = await run(root, values['dry-run'], {
    ...(values.project !== undefined && { project: values.project }),
    skipInstall: values['skip-install'],
  });
  process.stdout.write(changed === 0 ? 'Nothing had to change.\n' : AFTERWARDS);
  return 0;
}

const AFTERWARDS = `
Sign-in is in. Start the local cloud here with "npm run emulator", the application with "ng serve" (Nx: "nx serve") there, and open /me.
`;

/** @returns how many files were created or changed */
async function run(root: string, dryRun: boolean, options: object): Promise<number> {
  const workflow = new NodeWorkflow(root, {
    dryRun,
    // A file that is there stays, so that none is overwritten.
    force: false,
    packageManager: packageManagerOf(root),
    schemaValidation: true,
  });
  let count = 0;
  workflow.reporter.subscribe((event) => {
    if (event.kind === 'error') return;
    count += 1;
    process.stdout.write(`${event.kind} ${event.path.replace(/^\//, '')}\n`);
  });
  const collection = fileURLToPath(new URL('collection.json', import.meta.url));
  await lastValueFrom(workflow.execute({ collection, schematic: 'adopt', options }), {
    defaultValue: undefined,
  });
  return count;
}

function packageManagerOf(root: string): string {
  const has = (lockfile: string) => existsSync(join(root, lockfile));
  return has('pnpm-lock.yaml') ? 'pnpm' : has('yarn.lock') ? 'yarn' : 'npm';
}

/** False without Git, too. */
function hasChanges(folder: string): boolean {
  const { status, stdout } = spawnSync('git', ['status', '--porcelain', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return status === 0 && stdout.trim() !== '';
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  return 1;
});
