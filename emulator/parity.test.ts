import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

/** The parity table promises nothing that no test exercises. */
const here = (path: string) => new URL(path, import.meta.url);
const readme = readFileSync(here('README.md'), 'utf8');
const refusals = /### Refusals(.*?)\n### /s.exec(readme)?.[1] ?? '';
const rows = readme.split('\n').filter((line) => /^\| .+ \|/.test(line) && !/^\| -+/.test(line));

describe('the parity table', () => {
  test('links to tests that exist', () => {
    for (const [, path = ''] of readme.matchAll(/\]\(([^)]+)\)/g)) {
      assert.ok(readFileSync(here(path)).length > 0, path);
    }
  });

  test('has a test for every row that claims something', () => {
    const claims = rows.filter((row) => /\| (Real|Emulated) +\|/.test(row));
    assert.ok(claims.length > 30);
    for (const row of claims) {
      assert.match(row, /\.test\.ts\)/, row);
    }
  });

  test('lists every AADSTS number the code can answer, and a test names each', () => {
    const sources = globSync('**/*.ts', { cwd: here('.') });
    const read = (paths: string[]) => paths.map((path) => readFileSync(here(path), 'utf8'));
    const isTest = (path: string) => path.endsWith('.test.ts') && path !== 'parity.test.ts';
    const tests = read(sources.filter(isTest)).join('\n');
    const code = read(sources.filter((path) => !path.endsWith('.test.ts'))).join('\n');
    const numbers = [...code.matchAll(/new EntraError\(\s*(\d+)/g)].map(
      ([, number = '']) => number,
    );
    assert.ok(numbers.length > 35);
    for (const number of numbers) {
      assert.match(tests, new RegExp(`(?<!\\d)${number}(?!\\d)`), `no test names ${number}`);
      assert.match(refusals, new RegExp(`(?<!\\d)${number}(?!\\d)`), `the list misses ${number}`);
    }
  });
});
