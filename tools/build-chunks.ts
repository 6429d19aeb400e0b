/** What `ng build --stats-json` writes, as far as it is read here: esbuild's metafile. */
export interface Stats {
  readonly outputs: Readonly<Record<string, Output | undefined>>;
}

interface Output {
  /** The source file the chunk begins with, for what is imported by itself: `src/app/boot.ts`. */
  readonly entryPoint?: string;
  readonly imports: readonly { readonly path: string; readonly kind: string }[];
}

/**
 * The chunk that a source file became, with all that it imports in turn, each once; what is imported
 * before what imports it.
 *
 * @param source as `import()` has it, from the root of the repository: `src/app/boot.ts`
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
