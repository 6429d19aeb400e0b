import { readFileSync } from 'node:fs';
import type { InlineHashes } from '../hosting/policy.ts';
import { hostHeaders } from './host-headers.ts';

/**
 * `npm run headers`: prints what a host has to send with the last build. Goes by `public/config.json`, or by
 * the file named: `npm run headers -- production.json`. Exits 1, with one sentence, when it cannot.
 */
const HASHES = new URL('../dist/app/inline-hashes.json', import.meta.url);
const CONFIG = process.argv[2] ?? new URL('../public/config.json', import.meta.url);

function read(file: string | URL, remedy: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`${remedy} ${(cause as Error).message}`, { cause });
  }
}

try {
  const hashes = JSON.parse(read(HASHES, 'Run npm run build first.')) as InlineHashes;
  process.stdout.write(hostHeaders(read(CONFIG, 'Name a config.json.'), hashes));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
