/** What `ng build --stats-json` writes, as far as it is read here: esbuild's metafile. */
export interface Stats {
  readonly outputs: Readonly<Record<string, { readonly imports: readonly Import[] } | undefined>>;
}

interface Import {
  readonly path: string;
  readonly kind: 'import-statement' | 'dynamic-import' | (string & {});
}

/**
 * The chunks that the start script imports when it is needed, with everything these import in turn, each
 * once; in the order the script names them, what is imported before what imports it.
 *
 * @param main name of the script: `main-6PA2CVVA.js`
 */
export function chunksFor(stats: Stats, main: string): string[] {
  const found = new Set<string>();
  const add = (path: string) => {
    if (found.has(path)) return;
    for (const part of imports(stats, path, 'import-statement')) add(part);
    found.add(path);
  };
  for (const path of imports(stats, main, 'dynamic-import')) add(path);
  return [...found];
}

function imports(stats: Stats, path: string, kind: Import['kind']): string[] {
  const output = stats.outputs[path];
  if (!output) throw new Error(`The build's statistics do not know ${path}.`);
  return output.imports.filter((entry) => entry.kind === kind).map((entry) => entry.path);
}
