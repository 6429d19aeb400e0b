/**
 * Where `npm start` begins: in the oldest JavaScript there is, so that a Node that is too old for the rest
 * can say so. A Node that cannot run TypeScript would end on a stack trace of its own.
 */

var existsSync = require('fs').existsSync;
var join = require('path').join;

var version = process.versions.node.split('.').map(Number);
var isTooOld = version[0] < 22 || (version[0] === 22 && version[1] < 22);
var isInstalled = existsSync(join(__dirname, '..', 'node_modules', '@angular', 'cli'));

if (!isInstalled) {
  fail('The packages are not installed: run npm install, then npm start.');
} else if (isTooOld) {
  fail(
    'This is Node ' +
      process.versions.node +
      ', and the tools need Node 24: run npm start, which takes the one that npm install brought.',
  );
} else {
  import('./start.ts');
}

function fail(sentence) {
  process.stderr.write(sentence + '\n');
  process.exitCode = 1;
}
