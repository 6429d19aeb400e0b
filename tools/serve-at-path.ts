import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { developmentHeaders } from '../hosting/policy.ts';
import { type BuildServer, serveBuildAt } from '../hosting/serve-build.ts';

const OUTPUT = 'dist/start';
const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Options of `ng build` that build the app for a path, again at every change: `ng serve` has no base path. */
export const watchArgs = (base: string): string[] => [
  ...['build', '--watch', '--configuration', 'development'],
  ...['--base-href', base, '--deploy-url', base, '--output-path', OUTPUT],
];

/** Serves what such a build writes, with the headers of `ng serve`; the page is loaded again by hand. */
export function serveAtPath(port: number, base: string): Promise<BuildServer> {
  return serveBuildAt(port, {
    basePath: base,
    headers: developmentHeaders(base),
    page: '/index.html',
    file: (path) =>
      readFile(join(ROOT, OUTPUT, 'browser', path)).then(
        (body) => ({ body }),
        () => undefined,
      ),
  });
}
