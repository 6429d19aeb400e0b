import { globSync, readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { requirements } from './requirements.ts';

/** A test that carries S-numbers. */
export interface NumberedTest {
  readonly numbers: readonly number[];
  /** Its title without the numbers. */
  readonly title: string;
  /** Path from the repository's root, with forward slashes. */
  readonly file: string;
}

const TESTS = ['{src,e2e,emulator,tools,hosting}/**/*.{spec,test}.ts'];
/** `npm run check` runs neither at full length. */
const NOT_IN_CHECK = ['e2e/{fuzz,soak}/**', 'tools/security/checklist.test.ts'];

/** A text that begins with S or F numbers, and has one S at least: a title, or the row of a table that becomes one. */
const TITLE = /(['`])((?:[SF]\d+, )*S\d+(?:, [SF]\d+)*): ((?:\\.|(?!\1)[^\\])+)\1/g;

/**
 * Finds the numbered tests of the repository.
 *
 * @param root URL of the repository's root, with a slash at its end
 */
export function findTests(root: URL): NumberedTest[] {
  const files = globSync(TESTS, { cwd: root, exclude: NOT_IN_CHECK })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  return files.flatMap((file) => readTests(readFileSync(new URL(file, root), 'utf8'), file));
}

/** Reads the numbered titles out of a test file's text. What a template literal computes is shown as `…`. */
export function readTests(text: string, file: string): NumberedTest[] {
  return [...text.matchAll(TITLE)].map(([, , numbers = '', title = '']) => ({
    numbers: [...numbers.matchAll(/S(\d+)/g)].map(([, number]) => Number(number)),
    title: title.replace(/\$\{[^}]*\}/g, '…').replace(/\\(.)/g, '$1'),
    file,
  }));
}

/** The numbers that have no test, and those of tests that name no requirement. */
export function gaps(tests: readonly NumberedTest[]): { untested: number[]; unknown: number[] } {
  const tested = new Set(tests.flatMap(({ numbers }) => numbers));
  return {
    untested: Object.keys(requirements)
      .map(Number)
      .filter((number) => !tested.has(number)),
    unknown: [...tested].filter((number) => !(number in requirements)),
  };
}

/** Writes docs/security-checklist.md's text, formatted as `npm run format` would. */
export async function renderChecklist(tests: readonly NumberedTest[]): Promise<string> {
  const rows = Object.entries(requirements).flatMap(([number, requirement]) => [
    '',
    `**S${number}** ${requirement}.`,
    '',
    ...tests
      .filter(({ numbers }) => numbers.includes(Number(number)))
      .map(({ title, file }) => `- [${escaped(title)}](../${file})`),
  ]);
  const text = [
    '# Security checklist',
    '',
    'Generated from the titles of the tests by `npm run security-checklist`; a test of its own fails when it is stale or a number has',
    'no test. What the numbers answer: [threat model](threat-model.md).',
    ...rows,
  ].join('\n');
  const path = new URL('../../docs/security-checklist.md', import.meta.url);
  return format(text, { ...(await resolveConfig(path)), parser: 'markdown' });
}

const escaped = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&');
