import { readdir, readFile, writeFile } from 'node:fs/promises';
import { minify } from 'terser';

/**
 * Returns a function that minifies the chunks of a folder once more. The builder's own minifier is made for speed;
 * another pass over what it leaves takes a twentieth off what people download (docs/performance.md). Names, imports and
 * exports stay as they are. Most chunks are the same in every language, and are minified once.
 */
export function createMinifier(): (folder: URL) => Promise<void> {
  const known = new Map<string, Promise<string>>();
  return async (folder) => {
    const chunks = (await readdir(folder)).filter((name) => /^chunk-.+\.js$/.test(name));
    await Promise.all(
      chunks.map(async (name) => {
        const file = new URL(name, folder);
        const text = await readFile(file, 'utf8');
        const minified = known.get(text) ?? minifyChunk(name, text);
        known.set(text, minified);
        await writeFile(file, await minified);
      }),
    );
  };
}

async function minifyChunk(name: string, text: string): Promise<string> {
  const { code } = await minify(text, {
    module: true,
    ecma: 2020,
    compress: { passes: 2, pure_getters: true, keep_fargs: false },
  });
  if (!code) throw new Error(`Nothing is left of ${name} after minifying.`);
  return code;
}
