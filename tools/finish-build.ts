import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { chunksOf, pageChunks, type Stats } from './build-chunks.ts';
import { minifyWithTerser } from './minify-with-terser.ts';

/**
 * What `ng build` leaves to be done for a page that loads in as few requests as can be. Every page gets the
 * start script (src/main.ts) put into its head, with the names of the chunks it may have to load; the
 * prerendered landing page gets its styles as well, and so is one request.
 *
 * The policy has to admit what is inline by its hash: `dist/app/inline-hashes.json` has them, as
 * hosting/policy.ts takes them.
 */

const OUTPUT = new URL('../dist/app/', import.meta.url);
const file = (name: string) => new URL(`browser/${name}`, OUTPUT);

async function finish(): Promise<void> {
  const stats = JSON.parse(await readFile(new URL('browser-stats.json', OUTPUT), 'utf8')) as Stats;
  await minifyWithTerser(new URL('browser/', OUTPUT));
  const signIn = chunksOf(stats, 'src/app/auth/start/start-msal.ts');
  const app = chunksOf(stats, 'src/app/start/bootstrap.ts').filter(
    (name) => !signIn.includes(name),
  );
  const landing = await readFile(file('index.html'), 'utf8');
  const script = await startScript(landing);
  const style = await inlined(landing, /<link rel="stylesheet" href="\/(styles-[^"]+\.css)">/);

  const chunks = { 'sign-in': signIn, app, ...pageChunks(stats, [...signIn, ...app]) };
  const head = `${meta(chunks)}<script>${script.text}</script>`;
  await writeFile(
    file('index.html'),
    replaced(landing, [
      ['<html ', '<html data-prerendered '],
      [script.tag, ''],
      [style.tag, `<style>${style.text}</style>${head}`],
    ]),
  );
  const page = await readFile(file('index.csr.html'), 'utf8');
  await writeFile(
    file('index.csr.html'),
    replaced(page, [
      [script.tag, ''],
      [style.tag, `${head}${style.tag}`],
    ]),
  );
  await writeFile(
    new URL('inline-hashes.json', OUTPUT),
    `${JSON.stringify({ script: [hash(script.text)], style: [hash(style.text)] })}\n`,
  );
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
async function startScript(html: string): Promise<Inlined> {
  const { tag, text } = await inlined(
    html,
    /<script src="\/(main-[^"]+\.js)" type="module"><\/script>/,
  );
  if (/\bimport\s*["'{*]/.test(text)) {
    throw new Error('src/main.ts imports another chunk: it must share nothing with one.');
  }
  // A page may be at any depth: chunks are named from the root.
  return { tag, text: `(()=>{${text.replaceAll('./chunk-', '/chunk-')}})()` };
}

async function inlined(html: string, tag: RegExp): Promise<Inlined> {
  const match = tag.exec(html);
  if (!match?.[1])
    throw new Error(`index.html has no ${tag.source}: the builder writes it otherwise.`);
  const text = (await readFile(file(match[1]), 'utf8')).trim();
  if (/<\/(script|style)/i.test(text)) throw new Error(`${match[1]} would end its own tag.`);
  return { tag: match[0], text };
}

/** Names the chunks for src/app/start/preload-links.ts. */
function meta(chunks: Readonly<Record<string, readonly string[]>>): string {
  const names = Object.entries(chunks).map(([name, files]) => [name, files.map((f) => `/${f}`)]);
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

await finish();
