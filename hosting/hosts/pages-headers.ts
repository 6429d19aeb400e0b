import type { Headers } from '../policy.ts';
import { isAtRoot, languagePaths, pagePaths, type Site, UNHASHED } from '../site.ts';

/**
 * `_headers` and `_redirects` of two hosts that read the same files differently. Both apply every rule that matches.
 * Cloudflare then joins values of one name by a comma, unless the later rule detaches it first with `!`. For Netlify
 * the later rule replaces, and `!` is an error; so what only pages have is set empty there.
 *
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 * @see https://github.com/netlify/build/tree/main/packages/headers-parser
 */
export function cloudflareHeaders(site: Site): string {
  return pages(site, (rule, inherited) => [
    ...inherited.map((name) => `! ${name}`),
    ...lines(rule),
  ]);
}

/** As above, for Netlify. */
export function netlifyHeaders(site: Site): string {
  return pages(site, (rule, inherited) => [
    ...lines(rule),
    // Unlike a missing value, this one isolates nothing, as the bridge page needs it.
    ...inherited
      .filter((name) => !(name in rule) && name.endsWith('-Policy'))
      .map((name) => `${name}: unsafe-none`),
  ]);
}

type Render = (rule: Headers, inherited: readonly string[]) => readonly string[];

function pages({ basePath, page, hashed, bridge }: Site, render: Render): string {
  const cache = (from: Headers) => ({ 'Cache-Control': from['Cache-Control'] ?? 'no-cache' });
  const rules: [path: string, lines: readonly string[]][] = [
    [`${basePath}*`, lines(page)],
    // No pattern tells a hash from a name: all scripts, and then the few without one.
    [`${basePath}*.js`, render(cache(hashed), ['Cache-Control'])],
    [`${basePath}*.css`, render(cache(hashed), ['Cache-Control'])],
    ...UNHASHED.map((name): [string, readonly string[]] => [
      basePath + name,
      render(cache(page), ['Cache-Control']),
    ]),
    [`${basePath}redirect.html`, render(bridge, Object.keys(page))],
  ];
  return rules
    .map(([path, fields]) => `${path}\n${fields.map((f) => `  ${f}\n`).join('')}`)
    .join('\n');
}

const lines = (headers: Headers): string[] =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`);

/** Returns `_redirects`: what is no file is a page of the app. A missing file is one as well on these hosts: S33. */
export function pagesRedirects(site: Site): string {
  const { basePath } = site;
  const bare = (isAtRoot(site) ? languagePaths(site) : pagePaths(site))
    .map((path) => `${path.slice(0, -1)} ${path} 301\n`)
    .join('');
  // Names of files, before the rule for pages: the first that matches wins.
  const files = ['js', 'css', 'json', 'svg', 'map']
    .map((extension) => `${basePath}*.${extension} ${basePath}404.html 404\n`)
    .join('');
  const pages = pagePaths(site).map((path) => `${path}* ${path}index.csr.html 200\n`);
  return `${bare}${files}${pages.join('')}`;
}
