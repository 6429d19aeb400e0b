import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findTests, gaps, readTests, renderChecklist } from './checklist.ts';

const ROOT = new URL('../../', import.meta.url);

test('every number of the security checklist has a test, and every test a number that exists', () => {
  assert.deepEqual(gaps(findTests(ROOT)), { untested: [], unknown: [] });
});

test('docs/security-checklist.md is what the titles say: npm run security-checklist writes it anew', async () => {
  const text = readFileSync(new URL('docs/security-checklist.md', ROOT), 'utf8');

  assert.equal(text.replaceAll('\r\n', '\n'), await renderChecklist(findTests(ROOT)));
});

test('a title is read with its numbers, over two lines and from a template as well', () => {
  const text =
    "test(\n  'F17, S5: a nonce', x); it(`S18: refuses ${value}`, y); test('F1: no', z);";

  assert.deepEqual(readTests(text, 'a.test.ts'), [
    { numbers: [5], title: 'a nonce', file: 'a.test.ts' },
    { numbers: [18], title: 'refuses …', file: 'a.test.ts' },
  ]);
});

test('a number without a test and a test without a requirement are found', () => {
  const tests = [{ numbers: [1, 99], title: 'x', file: 'x.test.ts' }];

  assert.ok(gaps(tests).untested.includes(2));
  assert.ok(!gaps(tests).untested.includes(1));
  assert.deepEqual(gaps(tests).unknown, [99]);
});
