import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownLine } from './serve-output.ts';

/** What `ng serve` of Angular 22.2 prints, colours included. */
const FIRST_BUILD = `
❯ Building...
✔ Building...
\u001b[1mInitial chunk files\u001b[22m | \u001b[1mNames\u001b[22m         | \u001b[1mRaw size\u001b[22m
\u001b[32mstyles.css\u001b[39m          | \u001b[2mstyles\u001b[22m        | \u001b[36m16.61 kB\u001b[39m |\u0020
main.js             | main          |   716 bytes |\u0020

                    | Initial total | 25.19 kB

Lazy chunk files    | Names         | Raw size
chunk-KFYUYF6V.js   | deferred      | 81.98 kB |\u0020
...and 3 more lazy chunks files. Use "--verbose" to show all the files.

Application bundle generation complete. [5.609 seconds] - 2026-11-27T07:59:13.488Z

Watch mode enabled. Watching for file changes...
NOTE: Raw file sizes do not reflect development server per-request transformations.
  ➜  Local:   http://localhost:3000/
7:59:15 AM [vite] (client) [optimizer] bundling dependencies...
❯ Changes detected. Rebuilding...
Page reload sent to client(s).`.split('\n');

const REBUILT =
  'Application bundle generation complete. [0.351 seconds] - 2026-11-27T07:59:40.472Z';
const FAILED = 'Application bundle generation failed. [1.635 seconds] - 2026-11-27T07:59:37.755Z';

test('nothing of a build that went well is shown', () => {
  assert.deepEqual(
    FIRST_BUILD.filter((line) => shownLine(line, false) !== undefined),
    [],
  );
});

test('a later build is told in one line', () => {
  assert.equal(shownLine(REBUILT, true), 'The app was built again, in 0.351 seconds.');
});

for (const isRebuild of [false, true]) {
  test(`a build that failed is told, ${isRebuild ? 'later' : 'at the start'} too`, () => {
    assert.match(shownLine(FAILED, isRebuild) ?? '', /could not be built/);
  });
}

test('what is not known to be noise is shown as it is', () => {
  const lines = [
    '\u001b[31m[vite] Internal server error: a | b\u001b[39m',
    '10:00:00 AM [vite] http proxy error: /api',
  ];

  for (const line of lines) assert.equal(shownLine(line, true), line);
});
