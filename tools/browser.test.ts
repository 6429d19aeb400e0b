import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBrowser } from './browser.ts';

test('a CHROME_BIN that cannot be run is named, with the remedy', (t) => {
  const before = process.env['CHROME_BIN'];
  t.after(() => {
    if (before === undefined) delete process.env['CHROME_BIN'];
    else process.env['CHROME_BIN'] = before;
  });
  process.env['CHROME_BIN'] = '/nowhere/chrome';

  assert.throws(
    () => findBrowser(),
    /CHROME_BIN is "\/nowhere\/chrome", which cannot be run: give/,
  );
});

test('CHROME_BIN comes before every installed browser', (t) => {
  const before = process.env['CHROME_BIN'];
  t.after(() => {
    if (before === undefined) delete process.env['CHROME_BIN'];
    else process.env['CHROME_BIN'] = before;
  });
  process.env['CHROME_BIN'] = process.execPath;

  assert.equal(findBrowser(), process.execPath);
});
