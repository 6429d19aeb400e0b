import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

/** docs/troubleshooting.md holds what the app says, so that the two can be looked up in each other. */

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const page = readFileSync(`${ROOT}docs/troubleshooting.md`, 'utf8');
const tables = globSync(
  ['src/app/auth/errors/messages/*.ts', 'src/app/graph/graph-error-messages.ts'],
  {
    cwd: ROOT,
    exclude: ['**/*.spec.ts'],
  },
).map((file) => readFileSync(ROOT + file, 'utf8'));

/** Every text between quotes that stands where `pattern` has its group. */
const quoted = (pattern: RegExp): string[] =>
  tables
    .flatMap((text) => [...text.matchAll(pattern)].map(([, inside = '']) => inside))
    .flatMap((inside) => [...inside.matchAll(/'([^']+)'/g)].map(([, text = '']) => text));

/** A text in quotes, or marked for translation, where a description may stand before it. */
const MESSAGE =
  /(?:title|explanation|remedy|administrator):\s*(?:\$localize`(?::[^:`]*:)?|['"])([^'"`]+)['"`]/g;

const inDocs = (key: string): string =>
  /^\d+$/.test(key) ? `AADSTS${key}` : `\`${key.replace(/^\*\//, '…/')}\``;

test('every code the app has words for is in docs/troubleshooting.md', () => {
  const keys = quoted(/keys: \[([^\]]*)\]/g);
  assert.ok(keys.length > 150);
  assert.deepEqual(
    keys.filter((key) => !new RegExp(`${literally(inDocs(key))}(?!\\d)`).test(page)),
    [],
  );
});

test('every text stands there as the page shows it', () => {
  const texts = tables.flatMap((table) =>
    [...table.matchAll(MESSAGE)].map(([, text = '']) => text),
  );
  assert.ok(texts.length > 200);
  assert.deepEqual(
    texts.filter((text) => !page.includes(text)),
    [],
  );
});

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
