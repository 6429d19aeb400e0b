import assert from 'node:assert/strict';
import { test } from 'node:test';
import { program } from './programs.ts';

test('a host program that is missing is named, with the package that has it', () => {
  assert.throws(
    () => program('no-such-host', 'its-package'),
    /^Error: no-such-host is not installed, .*: apt-get install its-package/,
  );
});
