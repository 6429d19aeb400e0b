import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { unmarkedTexts } from './unmarked-texts.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What config.json lacks, and what is logged, is in English, for whoever runs the app: docs/adr/0011. */
const FOR_DEVELOPERS = /^src\/app\/(?:settings|telemetry)\/|\/testing\/|\.spec\.ts$/;

test('every text in the TypeScript of the app is marked for translation', () => {
  const files = globSync('src/**/*.ts', { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !FOR_DEVELOPERS.test(file));

  assert.ok(files.length > 100);
  assert.deepEqual(
    files.flatMap((file) => unmarkedTexts(file, readFileSync(`${ROOT}${file}`, 'utf8'))),
    [],
  );
});

test('a sentence, a label and a text with a value in it are found; what machines read is not', () => {
  const found = unmarkedTexts(
    'x.ts',
    `
      import x from 'A b';
      const a = 'This is read.', b = { label: 'Light' }, c = \`Wait for \${a}.\`;
      const d = $localize\`This is marked.\`, e = 'kebab-case', f = 'TokenError';
      throw new Error('For developers only.');
    `,
  );

  assert.deepEqual(found, ['x.ts:3 This is read.', 'x.ts:3 Light', 'x.ts:3 Wait for ….']);
});
