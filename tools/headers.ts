import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkConfig } from '../hosting/check-config.ts';
import type { InlineHashes } from '../hosting/policy.ts';
import { exampleRecipes, hosts, type Recipe, recipeFor } from '../hosting/recipes.ts';
import { siteFor } from '../hosting/site.ts';
import { hostHeaders } from './host-headers.ts';

const USAGE = `npm run headers -- [config.json] [--for host] [--out folder] [--build folder] [--example]

Prints what a host has to send with the last build and public/config.json, or the one named.

  --for host      as that host's own configuration: ${hosts.join(', ')}
  --out folder    writes files there instead of printing them
  --build folder  a build elsewhere than in dist/app
  --example       writes hosting/recipes anew
`;

function read(file: string, remedy: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`${remedy} ${(cause as Error).message}`, { cause });
  }
}

/** Returns the text of a config.json that the app would take on a real host, or on localhost. */
async function readConfig(file: string): Promise<string> {
  const text = read(file, 'Name a config.json.');
  siteFor(text, { script: [], style: [] });
  const { problems } = await checkConfig(JSON.parse(text), new URL('http://localhost/'));
  if (problems.length === 0) return text;
  throw new Error(problems.map((p) => `${file}: ${p.field}: ${p.value}. ${p.remedy}`).join('\n'));
}

function write(recipe: Recipe, folder: string): void {
  for (const [name, text] of Object.entries(recipe)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    process.stdout.write(`${file}\n`);
  }
}

async function headers(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      for: { type: 'string' },
      out: { type: 'string' },
      build: { type: 'string', default: 'dist/app' },
      example: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  if (values.example) {
    write(exampleRecipes(), fileURLToPath(new URL('../hosting/recipes/', import.meta.url)));
    return;
  }
  const config = await readConfig(positionals[0] ?? 'public/config.json');
  const file = join(values.build, 'inline-hashes.json');
  const hashes = JSON.parse(read(file, 'Run npm run build first.')) as InlineHashes;
  const recipe = values.for
    ? recipeFor(values.for, config, hashes)
    : { 'headers.txt': hostHeaders(siteFor(config, hashes)) };
  if (values.out !== undefined) write(recipe, values.out);
  else process.stdout.write(Object.values(recipe).join('\n'));
}

/** `npm run headers`. Exits 1, with one sentence for each mistake, when it cannot. */
await headers().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
