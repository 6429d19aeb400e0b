/** What `ng build --stats-json` writes, as far as it is read here: esbuild's metafile. */
export interface Stats {
  readonly outputs: Readonly<Record<string, Output | undefined>>;
}

interface Output {
  /** The source file the chunk begins with, for what is imported by itself: `src/app/start/bootstrap.ts`. */
  readonly entryPoint?: string;
  readonly imports: readonly { readonly path: string; readonly kind: string }[];
}

/**
 * Returns the chunk that a source file became, with all that it imports in turn, each once; what is imported comes
 * before what imports it.
 *
 * @param source as `import()` has it, from the root of the repository: `src/app/start/bootstrap.ts`
 * @throws Error when the build made no chunk of it
 */
export function chunksOf(stats: Stats, source: string): string[] {
  const entry = Object.entries(stats.outputs).find(([, output]) => output?.entryPoint === source);
  if (!entry)
    throw new Error(`The build made no chunk of ${source}: is it still imported by itself?`);
  const seen = new Set<string>();
  const found: string[] = [];
  const add = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const part of stats.outputs[path]?.imports ?? []) {
      if (part.kind === 'import-statement') add(part.path);
    }
    found.push(path);
  };
  add(entry[0]);
  return found;
}

/**
 * Returns the chunks of every lazy page, by the name of its folder, which is its route's: what `loadComponent` or
 * `loadChildren` in app.routes.ts imports, `src/app/mail/mail.component.ts` or `src/app/mail/mail.routes.ts`.
 *
 * @param loaded chunks that every page load has anyway, and so are left out
 */
export function pageChunks(stats: Stats, loaded: readonly string[]): Record<string, string[]> {
  const pages: Record<string, string[]> = {};
  for (const output of Object.values(stats.outputs)) {
    const source = output?.entryPoint ?? '';
    const [, page] = /^src\/app\/([^/]+)\/\1\.(?:component|routes)\.ts$/.exec(source) ?? [];
    if (page) pages[page] = chunksOf(stats, source).filter((name) => !loaded.includes(name));
  }
  return pages;
}
