import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Encoding, ServedBuild, ServedFile } from './serve-build.ts';

const SUFFIX: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' };

/**
 * Finds the files of a build in a folder, in the best of the encodings that `precompress()` wrote beside each.
 *
 * @param folder with `index.html`
 */
export function builtFiles(folder: string): ServedBuild['file'] {
  return async (path, accepted) => {
    for (const encoding of accepted) {
      const file = await read(join(folder, path + SUFFIX[encoding]));
      if (file) return { ...file, encoding };
    }
    return read(join(folder, path));
  };
}

async function read(file: string): Promise<ServedFile | undefined> {
  try {
    const body = await readFile(file);
    // Each encoding is another representation, and needs a tag of its own: RFC 9110 section 8.8.3.3.
    return { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
  } catch {
    return undefined;
  }
}
