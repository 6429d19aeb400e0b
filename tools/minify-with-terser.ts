import { readdir, readFile, writeFile } from 'node:fs/promises';
import { minify } from 'terser';

/**
 * Minifies the chunks of a build once more. The builder's own minifier is made for speed; another pass over
 * what it leaves takes a twentieth off what people download (docs/performance.md). Names, imports and
 * exports stay as they are.
 *
 * @param folder with a trailing slash
 */
export async function minifyWithTerser(folder: URL): Promise<void> {
  const chunks = (await readdir(folder)).filter((name) => /^chunk-.+\.js$/.test(name));
  await Promise.all(
    chunks.map(async (name) => {
      const file = new URL(name, folder);
      const { code } = await minify(await readFile(file, 'utf8'), {
        module: true,
        ecma: 2020,
        compress: { passes: 2, pure_getters: true, keep_fargs: false },
      });
      if (!code) throw new Error(`Nothing is left of ${name} after minifying.`);
      await writeFile(file, code);
    }),
  );
}
