import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { chunksOf, type Stats } from './build-chunks.ts';

/** The source of the chunk that starts Angular. */
export const BOOTSTRAP = 'src/app/start/bootstrap.ts';

/** Returns the folders that `ng build` made for languages beside English, which has none: `['ar', 'de', 'ja']`. */
export async function languageFolders(browser: URL): Promise<string[]> {
  const entries = await readdir(browser, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const pages = await Promise.all(
    folders.map(async (name) =>
      (await readdir(new URL(`${name}/`, browser))).includes('index.html'),
    ),
  );
  return folders.filter((_, index) => pages[index]).sort();
}

/**
 * Removes from a language's folder what is one for all languages: config.json, so that there is one to change, the
 * bridge page, the icon and the styles.
 */
export async function removeShared(folder: URL, browser: URL): Promise<void> {
  const own = /^(?:chunk-|main-|polyfills-|index\.)/;
  const shared = (await readdir(browser)).filter((name) => name.includes('.') && !own.test(name));
  await Promise.all(shared.map((name) => rm(new URL(name, folder), { force: true })));
}

/**
 * Moves the language's calendar and number data, which the builder makes a script of every page, into the chunk that
 * starts Angular: nothing before it formats anything, and the landing page has one request less.
 *
 * @throws Error when the script is not as expected
 */
export async function movePolyfills(folder: URL, stats: Stats): Promise<void> {
  const name = (await readdir(folder)).find((file) => /^polyfills-.+\.js$/.test(file));
  const chunk = chunksOf(stats, BOOTSTRAP).at(-1);
  if (!name || !chunk) throw new Error('The build has no polyfills, or no chunk to put them into.');
  const polyfills = await readFile(new URL(name, folder), 'utf8');
  if (/^\s*(?:import|export)\b/m.test(polyfills))
    throw new Error(`${name} shares a module with a chunk: it must stand alone.`);
  const file = new URL(chunk, folder);
  await writeFile(file, `{${polyfills}}\n${await readFile(file, 'utf8')}`);
  for (const page of ['index.html', 'index.csr.html']) {
    const html = await readFile(new URL(page, folder), 'utf8');
    const tag = new RegExp(`<script src="[^"]*${name}" type="module"></script>`);
    if (!tag.test(html))
      throw new Error(`${page} does not load ${name}: the builder writes it otherwise.`);
    await writeFile(new URL(page, folder), html.replace(tag, ''));
  }
  await rm(new URL(name, folder));
}

/**
 * Translates what stands in src/index.html itself, before Angular is loaded.
 *
 * @throws Error when a text of src/locale/index-page.json is not in the page
 */
export async function translatePages(folder: URL, language: string): Promise<void> {
  const texts = JSON.parse(await readFile(INDEX_PAGE, 'utf8')) as Record<string, PageTexts>;
  for (const page of ['index.html', 'index.csr.html']) {
    const html = await readFile(new URL(page, folder), 'utf8');
    const translated = Object.entries(texts[language] ?? {}).reduce((result, [text, target]) => {
      // The prerendered page has the landing page in the place of "Loading…".
      if (page === 'index.csr.html' && !result.includes(text))
        throw new Error(`src/index.html has no "${text}", which src/locale/index-page.json has.`);
      return result.replace(text, () => target);
    }, html);
    await writeFile(new URL(page, folder), translated);
  }
}

type PageTexts = Readonly<Record<string, string>>;
const INDEX_PAGE = new URL('../src/locale/index-page.json', import.meta.url);
