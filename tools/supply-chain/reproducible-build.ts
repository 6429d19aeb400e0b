import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * `npm run build:reproducible`: builds twice without a cache and compares every file by its hash. Exits 1, with the
 * files that differ, when two builds of one commit are not the same.
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

function build(output: string): Map<string, string> {
  rmSync(`${ROOT}${output}`, { recursive: true, force: true });
  const args = [fileURLToPath(new URL('../build.ts', import.meta.url)), '--output-path', output];
  const { status } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, NG_PERSISTENT_BUILD_CACHE: '0' },
  });
  if (status !== 0) throw new Error(`The build to ${output} failed.`);
  const folder = `${ROOT}${output}/browser/`;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => statSync(folder + file).isFile())
    .sort();
  return new Map(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(folder + file))
        .digest('hex'),
    ]),
  );
}

const first = build('dist/first');
const second = build('dist/second');
const differing = [...new Set([...first.keys(), ...second.keys()])].filter(
  (file) => first.get(file) !== second.get(file),
);
process.stdout.write(
  differing.length === 0
    ? `${first.size} files, the same in both builds\n`
    : `Not the same in both builds: ${differing.join(', ')}\n`,
);
process.exitCode = differing.length === 0 && first.size > 0 ? 0 : 1;
