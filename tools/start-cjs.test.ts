import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const START = fileURLToPath(new URL('start.cjs', import.meta.url));

/** Runs the file in a Node that says it is another version. */
function run(file: string, version: string) {
  const script = `Object.defineProperty(process.versions, 'node', { value: '${version}' });
    process.argv[2] = '--help';
    require(${JSON.stringify(file)});`;
  return spawnSync(process.execPath, ['--eval', script], { encoding: 'utf8' });
}

for (const version of ['14.21.3', '20.20.2', '22.17.0']) {
  test(`Node ${version} gets one sentence that says what to run`, () => {
    const { status, stdout, stderr } = run(START, version);

    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.match(stderr, new RegExp(`^This is Node ${version}, .* run npm start, .*\\n$`));
  });
}

for (const version of ['22.22.3', '24.21.0']) {
  test(`Node ${version} starts`, () => {
    assert.match(run(START, version).stdout, /^Usage: npm start/);
  });
}

test('without its packages it says to install them', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'start-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  cpSync(START, join(folder, 'tools', 'start.cjs'));
  const { status, stderr } = run(join(folder, 'tools', 'start.cjs'), '24.21.0');

  assert.equal(status, 1);
  assert.equal(stderr, 'The packages are not installed: run npm install, then npm start.\n');
});
