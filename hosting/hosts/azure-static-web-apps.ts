import type { Headers } from '../policy.ts';
import { isAtRoot, languagePaths, type Site, UNHASHED } from '../site.ts';

/**
 * Returns `staticwebapp.config.json`. The first route that matches wins, and its headers replace the global ones of
 * the same name; an empty value removes one. A pattern ends in `*` or in `/*.{js,css}`, so the scripts without a hash
 * stand before. Errors get the global headers: the host has no others for them.
 *
 * @see https://learn.microsoft.com/azure/static-web-apps/configuration
 */
export function staticWebAppConfig(site: Site): string {
  const { basePath, page, hashed, bridge } = site;
  const fixed = (name: string, headers: Headers) => ({ route: `${basePath}${name}`, headers });
  const removed = Object.fromEntries(
    Object.keys(page)
      .filter((name) => !(name in bridge))
      .map((name) => [name, '']),
  );
  const config = {
    globalHeaders: page,
    routes: [
      fixed('redirect.html', { ...bridge, ...removed }),
      ...UNHASHED.map((name) => fixed(name, cacheOf(page))),
      fixed('*.{js,css}', cacheOf(hashed)),
      // A fallback there is for one folder alone: another language's pages are a rule, after its files.
      ...languagePaths(site).flatMap((path) => [
        { route: `${path}*.{js,css}`, headers: cacheOf(hashed) },
        { route: path, rewrite: `${path}index.html` },
        { route: `${path}*`, rewrite: `${path}index.csr.html` },
      ]),
      ...(isAtRoot(site)
        ? []
        : [{ route: basePath.slice(0, -1), redirect: basePath, statusCode: 301 }]),
    ],
    navigationFallback: {
      rewrite: `${basePath}index.csr.html`,
      exclude: [`${basePath}*.{js,css,html,json,svg,ico,png,txt,map,woff2}`],
    },
    mimeTypes: { '.json': 'application/json', '.js': 'text/javascript' },
  };
  return `${JSON.stringify(config, undefined, 2)}\n`;
}

const cacheOf = (headers: Headers): Headers => ({
  'Cache-Control': headers['Cache-Control'] ?? 'no-cache',
});
