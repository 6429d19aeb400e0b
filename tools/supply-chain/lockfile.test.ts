import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fixedVersions } from './fixed-versions.ts';

interface Entry {
  version?: string;
  hasInstallScript?: boolean;
  resolved?: string;
}
interface Manifest {
  allowScripts: Record<string, boolean>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  overrides: Record<string, string>;
}

const ROOT = new URL('../../', import.meta.url);
const json = (file: string): unknown => JSON.parse(readFileSync(new URL(file, ROOT), 'utf8'));
const manifest = json('package.json') as Manifest;
const { packages } = json('package-lock.json') as { packages: Record<string, Entry> };
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 13);

test('S44: every version is exact', () => {
  const { dependencies, devDependencies, overrides } = manifest;
  const inexact = Object.entries({ ...dependencies, ...devDependencies, ...overrides }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );

  assert.deepEqual(inexact, []);
});

test('S44: the install script of node runs, and no other is approved', () => {
  assert.deepEqual(manifest.allowScripts, { node: true });
});

/** The build works without these scripts: npm 12 does not run them, older versions do. */
const KNOWN_SCRIPTS = [
  '@parcel/watcher',
  'esbuild',
  'fsevents',
  'lmdb',
  'msgpackr-extract',
  'node',
];

test('S44: no package has an install script that nobody has looked at', () => {
  const scripts = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => nameOf(path));

  assert.ok(scripts.includes('node'));
  assert.deepEqual(
    scripts.filter((name) => !KNOWN_SCRIPTS.includes(name)),
    [],
  );
});

test('S44: no package is older than the fix of a known vulnerability', () => {
  const behind = Object.entries(packages).flatMap(([path, { version = '' }]) => {
    const fixed = fixedVersions[nameOf(path)];
    return fixed && isBelow(version, fixed) ? [`${path} ${version} < ${fixed}`] : [];
  });

  assert.deepEqual(behind, []);
  assert.ok(isBelow('22.1.9', '22.1.10') && !isBelow('23.0.0', '22.1.10'));
});

test('S44: the lock file has a sha512 for every package, and names no host but npm’s own', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      fileURLToPath(new URL('node_modules/lockfile-lint/bin/lockfile-lint.js', ROOT)),
      ...['--path', fileURLToPath(new URL('package-lock.json', ROOT)), '--type', 'npm'],
      ...['--allowed-hosts', 'npm', '--validate-https', '--validate-integrity'],
    ],
    { encoding: 'utf8' },
  );

  assert.equal(status, 0, stdout + stderr);
});

/** Compares the three numbers; a pre-release counts as its release. */
function isBelow(version: string, fixed: string): boolean {
  const [a, b] = [version, fixed].map((text) => text.split(/[.-]/).slice(0, 3).map(Number));
  const differing = [0, 1, 2].find((part) => a?.[part] !== b?.[part]);
  return differing !== undefined && (a?.[differing] ?? 0) < (b?.[differing] ?? 0);
}
