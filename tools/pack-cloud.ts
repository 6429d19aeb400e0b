import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run pack:cloud`: makes the local cloud a package of its own. Compiled, because Node does not strip
 * types inside node_modules; without tests; with what emulator/package says about it.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const EMULATOR = join(ROOT, 'emulator');

/**
 * Compiles and packs.
 *
 * @param folder to write the package into, emptied first
 * @returns the tarball, beside the package's files
 */
export function packCloud(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const project = join(EMULATOR, 'package/tsconfig.json');
  execFileSync(process.execPath, [tsc, '-p', project, '--outDir', folder], { stdio: 'inherit' });
  // What the code reads at run time, and what people read.
  for (const file of globSync('**/*.{css,svg,js,jsx,jpg,json}', {
    cwd: EMULATOR,
    exclude: ['package/**'],
  })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(EMULATOR, file), join(folder, file));
  }
  for (const file of ['package.json', 'README.md', 'Containerfile']) {
    cpSync(join(EMULATOR, 'package', file), join(folder, file));
  }
  cpSync(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'));
  // npm is a script on Windows, which only a shell starts.
  const packed = execFileSync('npm pack --json --ignore-scripts', {
    cwd: folder,
    shell: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return join(folder, tarballName(packed.toString()));
}

/** npm 12 prints an object by package where npm 11 prints a list. */
function tarballName(json: string): string {
  const [packed] = Object.values(JSON.parse(json) as Record<string, { filename: string }>);
  if (!packed) throw new Error(`npm pack named no file: ${json}`);
  return packed.filename;
}

if (import.meta.main) {
  process.stdout.write(`${packCloud(join(ROOT, 'dist/local-cloud'))}\n`);
}
