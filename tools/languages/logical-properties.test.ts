import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

/**
 * Styles say start and end, never left and right, so that the page is mirrored where people read from right to left.
 * Top and bottom, width and height are the same in every language of the app.
 */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Four values name top, right, bottom and left. */
const FOUR =
  /^(?:margin|padding|inset|border-radius|border-width|border-color|scroll-(?:margin|padding))$/;

/** Returns the declarations that are wrong in a language that is read from right to left. */
function physical(css: string): string[] {
  const declarations = css
    .replace(/\/\*[^]*?\*\//g, '')
    .split(/[;{}]/)
    .map((text) => /^\s*([a-z][\w-]*)\s*:\s*([^]+?)\s*$/.exec(text))
    .filter((match) => match !== null);
  return declarations
    .filter(([, name = '', value = '']) => {
      if (/(?:^|-)(?:left|right)(?:-|$)/.test(name)) return true;
      if (/^(?:text-align|float|clear)$/.test(name)) return /\b(?:left|right)\b/.test(value);
      return FOUR.test(name) && valuesOf(value).length === 4;
    })
    .map(([, name, value]) => `${name ?? ''}: ${value ?? ''}`);
}

/** What is in brackets is one value. */
function valuesOf(value: string): string[] {
  let flat = value;
  while (/\([^()]*\)/.test(flat)) flat = flat.replace(/\([^()]*\)/g, '');
  return flat.split(/\s+/);
}

test('no style says left or right', () => {
  const files = globSync('src/**/*.css', { cwd: ROOT });

  assert.ok(files.length > 20);
  assert.deepEqual(
    files.flatMap((file) =>
      physical(readFileSync(`${ROOT}${file}`, 'utf8')).map((d) => `${file} ${d}`),
    ),
    [],
  );
});

test('left and right are found by name, by value and by place', () => {
  const css =
    'a { margin-left: 1px; text-align: right; padding: 0 1px 0 max(2px, 3px) } b:left { margin-inline: 1px 2px; inset: auto 0 0 }';

  assert.deepEqual(physical(css), [
    'margin-left: 1px',
    'text-align: right',
    'padding: 0 1px 0 max(2px, 3px)',
  ]);
});
