import { parseArgs } from 'node:util';

/** What `npm run build` was asked to do. */
export interface BuildOptions {
  /** Path the build is for, with a slash at its end. */
  readonly base: string;
  /** Folder to write to. */
  readonly output: string;
  /** What `ng build` is called with. */
  readonly args: readonly string[];
}

/**
 * Reads the command line of `npm run build`. All options go on to `ng build`; for a sub-path it is also told to name
 * scripts and styles from there.
 *
 * @param args what follows the program's name: `['--base-href', '/portal/']`
 * @throws Error with a sentence for whoever typed it
 */
export function readBuildOptions(args: readonly string[]): BuildOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: { 'base-href': { type: 'string' }, 'output-path': { type: 'string' } },
  });
  const base = String(values['base-href'] ?? '/');
  checkBase(base);
  return {
    base,
    output: String(values['output-path'] ?? 'dist/app'),
    args: base === '/' ? withoutBase(args) : [...args, '--deploy-url', base],
  };
}

/** @throws Error unless it is a path that begins and ends with a slash */
export function checkBase(base: string): void {
  if (/^\/(?:[\w.~-]+\/)*$/.test(base)) return;
  throw new Error(
    `--base-href takes a path that begins and ends with a slash, such as /portal/, not "${base}".`,
  );
}

/** A build for the root has no `<base>`, so that the policy can refuse one: `base-uri 'none'`. */
function withoutBase(args: readonly string[]): string[] {
  return args.filter(
    (arg, index) => !arg.startsWith('--base-href') && args[index - 1] !== '--base-href',
  );
}
