import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBuildOptions } from './build-options.ts';

test('a build is for the root unless it is told otherwise, and has no <base> then', () => {
  const root = { base: '/', output: 'dist/app', args: [] };
  assert.deepEqual(readBuildOptions([]), root);
  assert.deepEqual(readBuildOptions(['--base-href', '/']), root);
  assert.deepEqual(readBuildOptions(['--base-href=/']), root);
});

test('a build for a sub-path names its scripts from there, and hands other options on', () => {
  assert.deepEqual(
    readBuildOptions(['--base-href', '/a/b/', '--output-path', 'dist/x', '--verbose']),
    {
      base: '/a/b/',
      output: 'dist/x',
      args: [
        '--base-href',
        '/a/b/',
        '--output-path',
        'dist/x',
        '--verbose',
        '--deploy-url',
        '/a/b/',
      ],
    },
  );
});

for (const base of [
  'portal',
  '/portal',
  'portal/',
  '//evil.example/',
  '/a b/',
  'https://a.example/',
  '/"/',
])
  test(`a path like ${base} is refused with the remedy`, () => {
    assert.throws(() => readBuildOptions(['--base-href', base]), /such as \/portal\/, not/);
  });
