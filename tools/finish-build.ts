import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { chunksFor, type Stats } from './build-chunks.ts';

/**
 * What `ng build` leaves to be done for the first page somebody sees. The prerendered landing page gets
 * its styles and the start script (src/main.ts) put into it, so that it is one request; every other page
 * names the chunks it will need, so that they come side by side instead of one after the other.
 *
 * The policy has to admit what is inline by its hash: `dist/app/inline-hashes.json` has them, as
 * hosting/policy.ts takes them.
 */

const OUTPUT = new URL('../dist/app/', import.meta.url);
const file = (name: string) => new URL(`browser/${name}`, OUTPUT);

async function finish(): Promise<void> {
  const stats = JSON.parse(await readFile(new URL('browser-stats.json', OUTPUT), 'utf8')) as Stats;
  const landing = await readFile(file('index.html'), 'utf8');
  const script = await inlined(
    landing,
    /<script src="\/(main-[^"]+\.js)" type="module"><\/script>/,
  );
  const style = await inlined(landing, /<link rel="stylesheet" href="\/(styles-[^"]+\.css)">/);
  const chunks = chunksFor(stats, script.name);

  await writeFile(file('index.html'), finishedLanding(landing, script, style, chunks));
  const page = await readFile(file('index.csr.html'), 'utf8');
  await writeFile(file('index.csr.html'), finishedPage(page, chunks));
  await writeFile(
    new URL('inline-hashes.json', OUTPUT),
    `${JSON.stringify({ script: [hash(script.text)], style: [hash(style.text)] })}\n`,
  );
}

interface Inlined {
  /** The tag in the page, to be replaced. */
  readonly tag: string;
  readonly name: string;
  readonly text: string;
}

async function inlined(html: string, tag: RegExp): Promise<Inlined> {
  const match = tag.exec(html);
  if (!match?.[1])
    throw new Error(`index.html has no ${tag.source}: the builder writes it otherwise.`);
  const content = (await readFile(file(match[1]), 'utf8')).trim();
  // What a module declares is its own; in a classic script it would be everybody's.
  const text = match[1].endsWith('.js') ? `(()=>{${content}})()` : content;
  if (/<\/(script|style)/i.test(text)) throw new Error(`${match[1]} would end its own tag.`);
  return { tag: match[0], name: match[1], text };
}

/** As a classic script it runs before the body is there, so that what would be wrong is never painted. */
function finishedLanding(html: string, script: Inlined, style: Inlined, chunks: string[]): string {
  if (/\bimport\s*["'{*]/.test(script.text)) {
    throw new Error(
      `${script.name} imports another chunk: src/main.ts must share nothing with one.`,
    );
  }
  return replaced(html, [
    ['<html ', '<html data-prerendered '],
    [script.tag, ''],
    [
      style.tag,
      `<meta name="chunks" content="${chunks.map((name) => `/${name}`).join(' ')}">` +
        `<style>${style.text}</style><script>${script.text}</script>`,
    ],
  ]);
}

function finishedPage(html: string, chunks: string[]): string {
  const preloads = chunks.map((name) => `<link rel="modulepreload" href="/${name}">`).join('');
  return replaced(html, [['</head>', `${preloads}</head>`]]);
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
