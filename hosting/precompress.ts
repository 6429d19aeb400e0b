import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Names of files worth compressing; config.json may be another at every start. */
const COMPRESSIBLE = /(?<!^config)\.(js|css|html|svg|json)$/;

/**
 * Writes `x.js.br` and `x.js.gz` beside each file of a build that gets smaller by it, for hosts that send those as they
 * are. By hand: `node hosting/precompress.ts dist/app/browser`.
 */
export function precompress(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!COMPRESSIBLE.test(name)) continue;
    const content = readFileSync(join(folder, name));
    const br = brotliCompressSync(content, {
      params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    });
    const gz = gzipSync(content, { level: 9 });
    if (br.length < content.length) writeFileSync(join(folder, `${name}.br`), br);
    if (gz.length < content.length) writeFileSync(join(folder, `${name}.gz`), gz);
  }
}

const [, script = '', folder] = process.argv;
if (folder && import.meta.url === pathToFileURL(script).href) precompress(folder);
