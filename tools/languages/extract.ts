import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readCatalogue, type Unit } from './catalogue.ts';

const NG = fileURLToPath(import.meta.resolve('@angular/cli/bin/ng.js'));

/** Where the translations are: `messages.de.xlf`. */
export const LOCALE = new URL('../../src/locale/', import.meta.url);

/** The languages beside English: `i18n` of angular.json. */
export const LANGUAGES = ['de', 'ja', 'ar'] as const;

/**
 * Returns all texts that are marked, by `ng extract-i18n`.
 * @throws Error with what it said, when it failed or warned
 */
export async function extractTexts(): Promise<Unit[]> {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  try {
    const args = [NG, 'extract-i18n', '--output-path', folder, '--progress', 'false'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0 || /warning/i.test(stderr)) throw new Error(stdout + stderr);
    return await readCatalogue(new URL('messages.xlf', pathToFileURL(`${folder}/`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
