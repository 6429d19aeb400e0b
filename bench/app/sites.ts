import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { InlineHashes } from '../../hosting/policy.ts';
import { serveSite, type Site } from './site.ts';

/** The three sites that are compared, all of them with the local cloud behind. */
export interface Sites {
  /** The landing page as static HTML, styles and all, without a script: nothing can be faster. */
  readonly floor: Site;
  /** The same source as one plain bundle; its settings are preloaded, which is the best it can do. */
  readonly eager: Site;
  readonly ours: Site;
  /** Ours with tokens in localStorage, which a tool that opens its own tab needs to be signed in. */
  readonly shared: Site;
  /** What the landing page's own script takes on the wire is in no file: its text. */
  readonly startScript: string;
  close(): Promise<void>;
}

const DIST = new URL('../../dist/', import.meta.url);
const NOTHING_INLINE: InlineHashes = { script: [], style: [] };

/** Builds both variants with their production settings. @returns seconds the production build took */
export function buildAll(): number {
  const began = performance.now();
  run('npm', ['run', '--silent', 'build']);
  const seconds = (performance.now() - began) / 1_000;
  buildEager();
  return seconds;
}

/** Builds the plain variant alone: see variant/main.ts. */
export function buildEager(): void {
  run('npx', ['ng', 'build', '--configuration', 'eager']);
  // A build with a language writes it, and the policy refuses it: see tools/finish-build.ts.
  const page = new URL('eager/browser/index.html', DIST);
  writeFileSync(page, readFileSync(page, 'utf8').replace('<base href="/">', ''));
}

export async function serveAll(cloudUrl: string): Promise<Sites> {
  const app = { folder: new URL('app/browser/', DIST), cloudUrl };
  const hashes = JSON.parse(
    await readFile(new URL('app/inline-hashes.json', DIST), 'utf8'),
  ) as InlineHashes;
  const page = await readFile(new URL('index.html', app.folder), 'utf8');
  const sites = {
    floor: await serveSite({ ...app, hashes, change: withoutScript }),
    eager: await serveSite({
      folder: new URL('eager/browser/', DIST),
      cloudUrl,
      hashes: NOTHING_INLINE,
      change: plain,
    }),
    ours: await serveSite({ ...app, hashes }),
    shared: await serveSite({ ...app, hashes, cacheLocation: 'localStorage' }),
  };
  return {
    ...sites,
    startScript: /<script>([^]*?)<\/script>/.exec(page)?.[1] ?? '',
    close: async () => {
      for (const site of Object.values(sites)) await site.close();
    },
  };
}

const withoutScript = (html: string) =>
  html.replace(/<script[^]*?<\/script>/g, '').replace(/<meta name="(sign-in|app)"[^>]*>/g, '');

/** As the CLI makes it: nothing in the root, and so nothing to see until the app is there. */
const plain = (html: string) =>
  preloadSettings(html.replace(/<app-root>[^]*<\/app-root>/, '<app-root></app-root>'));

const preloadSettings = (html: string) =>
  html.replace('</head>', '<link rel="preload" as="fetch" crossorigin href="/config.json"></head>');

function run(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed.`);
}
