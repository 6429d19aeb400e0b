import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const ROOT = new URL('../../', import.meta.url);
const read = (pattern: string, exclude: string[] = []) =>
  globSync(pattern, { cwd: ROOT, exclude }).map((file) => ({
    file: file.replaceAll('\\', '/'),
    text: readFileSync(new URL(file, ROOT), 'utf8'),
  }));

const WAYS_ROUND =
  /bypassSecurityTrust|\.(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write|\beval\(|new Function\(|\[(?:inner|outer)HTML\]|\.srcdoc\b|createContextualFragment|setHTMLUnsafe/;

test('S41: no way round the sanitizer is in the source, nor compiles text to code', () => {
  const sources = read('src/**/*.{ts,js,html}', ['**/*.spec.ts']);

  assert.ok(sources.length > 100);
  assert.deepEqual(
    sources.filter(({ text }) => WAYS_ROUND.test(text)).map(({ file }) => file),
    [],
  );
  for (const sample of ['x.innerHTML = y', 'eval(x)', 's.bypassSecurityTrustHtml(x)']) {
    assert.match(sample, WAYS_ROUND);
  }
});

/** Their tests, and so the watch, come from back-button.ts. */
const TESTS_ELSEWHERE = [
  'e2e/faults/back-with-memory.spec.ts',
  'e2e/faults/back-without-memory.spec.ts',
];

test('S28, S39: every browser test runs under the watch for violations, exceptions and rejections', () => {
  const specs = read('e2e/**/*.spec.ts', ['e2e/soak/**', 'e2e/fuzz/**']);
  const watch = readFileSync(new URL('e2e/fixtures/watch.ts', ROOT), 'utf8');

  assert.ok(specs.length > 20);
  assert.deepEqual(
    specs
      .filter(
        ({ text }) =>
          !/import \{[^}]*\btest\b[^}]*\} from '(?:\.\.?\/)+fixtures\/test\.ts'/.test(text),
      )
      .map(({ file }) => file)
      .sort(),
    TESTS_ELSEWHERE,
  );
  for (const event of ['securitypolicyviolation', 'unhandledrejection', 'weberror']) {
    assert.ok(watch.includes(`'${event}'`), `${event} is not watched`);
  }
});
