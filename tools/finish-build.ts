import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { chunksOf, pageChunks, type Stats } from './build-chunks.ts';
import {
  BOOTSTRAP,
  languageFolders,
  movePolyfills,
  removeShared,
  translatePages,
} from './build-languages.ts';
import { createMinifier } from './minify-with-terser.ts';

/**
 * Does what `ng build` leaves to be done for a page that loads in as few requests as can be, in every language. Every
 * page gets the start script (src/main.ts) into its head, with the names of the chunks it may have to load; the
 * prerendered landing page gets its styles as well, and so is one request.
 *
 * The policy has to admit what is inline by its hash: `inline-hashes.json` beside the build has them, as
 * hosting/policy.ts takes them.
 *
 * @param output the folder `ng build` wrote to: `dist/app/`
 * @param base path the build is for, with a slash at its end: `/` or `/portal/`
 * @throws Error when the builder's output is not as expected
 */
export async function finishBuild(output: URL, base: string): Promise<void> {
  const browser = new URL('browser/', output);
  const stats = JSON.parse(await readFile(new URL('browser-stats.json', output), 'utf8')) as Stats;
  const languages = await languageFolders(browser);
  const minify = createMinifier();
  const script = new Set<string>();
  const style = new Set<string>();
  for (const path of [...languages.map((language) => `${language}/`), '']) {
    const folder = new URL(path, browser);
    if (path) {
      await removeShared(folder, browser);
      await translatePages(folder, path.slice(0, -1));
    }
    await movePolyfills(folder, stats);
    await minify(folder);
    const hashes = await finishPages({ folder, base, path, stats });
    script.add(hashes.script);
    style.add(hashes.style);
  }
  const inline = { script: [...script], style: [...style], basePath: base, languages };
  await writeFile(new URL('inline-hashes.json', output), `${JSON.stringify(inline)}\n`);
}

/** One language of a build. */
interface LanguageBuild {
  readonly folder: URL;
  /** Path of the site. */
  readonly base: string;
  /** The language's path below it: `de/`, empty for English. */
  readonly path: string;
  readonly stats: Stats;
}

async function finishPages(build: LanguageBuild): Promise<{ script: string; style: string }> {
  const { folder, base, path, stats } = build;
  const root = base + path;
  const signIn = chunksOf(stats, 'src/app/auth/start/start-msal.ts');
  const app = chunksOf(stats, BOOTSTRAP).filter((name) => !signIn.includes(name));
  const landing = await readFile(new URL('index.html', folder), 'utf8');
  // A component that fails while it is rendered leaves its place empty, and the builder says nothing.
  if (!landing.includes('<h1'))
    throw new Error(
      'The prerendered landing page has no heading: a component failed. Run ng serve to see the error.',
    );
  const script = await startScript(landing, folder, base, root);
  const style = await inlined(landing, path ? new URL('../', folder) : folder, base, STYLE);
  const chunks = { 'sign-in': signIn, app, ...pageChunks(stats, [...signIn, ...app]) };
  const head = `${meta(chunks, root)}<script>${script.text}</script>`;
  // Without `<base>` a relative address would go by the page's path; the icon is one for all languages.
  const common: [string, string][] = [['href="favicon.svg"', `href="${base}favicon.svg"`]];
  // At the root of an origin no `<base>` is needed, and the policy refuses one where it can.
  if (landing.includes('<base href="/">')) common.push(['<base href="/">', '']);
  await writeFile(
    new URL('index.html', folder),
    replaced(landing, [
      ...common,
      ['<html ', '<html data-prerendered '],
      [script.tag, ''],
      [style.tag, `<style>${style.text}</style>${head}`],
    ]),
  );
  const page = await readFile(new URL('index.csr.html', folder), 'utf8');
  await writeFile(
    new URL('index.csr.html', folder),
    replaced(page, [...common, [script.tag, ''], [style.tag, `${head}${style.tag}`]]),
  );
  return { script: hash(script.text), style: hash(style.text) };
}

interface Inlined {
  /** The tag in the page, to be replaced. */
  readonly tag: string;
  readonly text: string;
}

/**
 * As a classic script it runs before the body is there, so that what would be wrong is never painted. What
 * a module declares is its own; in a classic script it would be everybody's, hence the function.
 */
async function startScript(
  html: string,
  folder: URL,
  base: string,
  root: string,
): Promise<Inlined> {
  const { tag, text } = await inlined(html, folder, base, SCRIPT);
  if (/\bimport\s*["'{*]/.test(text)) {
    throw new Error('src/main.ts imports another chunk: it must share nothing with one.');
  }
  // A page may be at any depth: chunks are named from the app's root.
  return { tag, text: `(()=>{${text.replaceAll('./chunk-', `${root}chunk-`)}})()` };
}

interface Kind {
  readonly name: RegExp;
  readonly tagOf: (file: string) => string;
}

const SCRIPT: Kind = {
  name: /main-\w+\.js/,
  tagOf: (file) => `<script src="${file}" type="module"></script>`,
};
const STYLE: Kind = {
  name: /styles-\w+\.css/,
  tagOf: (file) => `<link rel="stylesheet" href="${file}">`,
};

async function inlined(
  html: string,
  folder: URL,
  base: string,
  { name, tagOf }: Kind,
): Promise<Inlined> {
  const file = name.exec(html)?.[0] ?? '';
  const tag = tagOf(base + file);
  if (!file || !html.includes(tag))
    throw new Error(
      `index.html has no ${tagOf(base + name.source)}: the builder writes it otherwise.`,
    );
  const text = (await readFile(new URL(file, folder), 'utf8')).trim();
  if (/<\/(script|style)/i.test(text)) throw new Error(`${file} would end its own tag.`);
  return { tag, text };
}

/** Names the chunks for src/app/start/preload-links.ts. */
function meta(chunks: Readonly<Record<string, readonly string[]>>, base: string): string {
  const names = Object.entries(chunks).map(([name, files]) => [name, files.map((f) => base + f)]);
  return `<meta name="chunks" content='${JSON.stringify(Object.fromEntries(names))}'>`;
}

function replaced(html: string, changes: readonly [string, string][]): string {
  let result = html;
  for (const [from, to] of changes) {
    if (result.split(from).length !== 2) throw new Error(`"${from}" is not in the page once.`);
    result = result.replace(from, () => to);
  }
  return result;
}

/** As a source expression of a content security policy. @see https://www.w3.org/TR/CSP3/#grammardef-hash-source */
function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
