import type { Headers } from '../policy.ts';
import {
  filePattern,
  hashedPattern,
  isAtRoot,
  languagePaths,
  pagePaths,
  type Site,
} from '../site.ts';

/** Where Apache finds the build, and the address it serves. */
export interface ApachePlace {
  readonly virtualHost: string;
  /** The folder that is the host's root: the build lies in the folder of its path below it. */
  readonly root: string;
}

/** Modules the virtual host needs beside what Apache cannot do without. */
export const APACHE_MODULES = [
  'headers',
  'rewrite',
  'mime',
  'deflate',
  'brotli',
  'filter',
] as const;

/**
 * Returns a virtual host; certificates are the server's to add. `always` is the one table of headers that errors
 * have as well: mixing it with the other would send a header twice.
 *
 * @see https://httpd.apache.org/docs/2.4/mod/mod_headers.html
 */
export function apacheConf(
  site: Site,
  { virtualHost, root }: ApachePlace = { virtualHost: '*:443', root: '/srv/app' },
): string {
  const { basePath, page, hashed, bridge, error } = site;
  const bare = (isAtRoot(site) ? languagePaths(site) : pagePaths(site)).map(
    (path) => `  RewriteRule "^${path.slice(0, -1)}$" "${path}" [R=301,L]\n`,
  );
  const outside = isAtRoot(site) ? '' : `  RewriteRule "^(?!${basePath})" - [R=404,L]\n`;
  const rules = (action: (path: string) => string) => pagePaths(site).map(action).join('\n');
  return `# Made by npm run headers -- --for apache. Needs the modules ${APACHE_MODULES.join(', ')}.
<VirtualHost ${virtualHost}>
  DocumentRoot "${root}"
  <Directory "${root}">
    Require all granted
    AllowOverride None
    Options FollowSymLinks
  </Directory>
  ServerSignature Off
  TraceEnable Off
  AddType text/html .html
  AddType text/css .css
  AddType text/javascript .js
  AddType application/json .json
  AddType image/svg+xml .svg
  AddDefaultCharset Off
  AddCharset utf-8 .html
  AddOutputFilterByType BROTLI_COMPRESS;DEFLATE text/html text/css text/javascript application/json image/svg+xml
  # With the suffix that these filters add, no browser would ever be told 304.
  BrotliAlterETag NoChange
  DeflateAlterETag NoChange

  RewriteEngine On
  RewriteCond %{REQUEST_METHOD} "!^(?:GET|HEAD)$"
  RewriteRule ^ - [R=405,L]
${bare.join('')}${outside}${rules((path) => `  RewriteRule "^${path}$" "${path}index.html" [L]`)}
  RewriteRule "${filePattern(basePath)}" - [L]
${rules((path) => `  RewriteRule "^${path}" "${path}index.csr.html" [L]`)}

${set(page, '  ')}
  <LocationMatch "${hashedPattern(basePath)}">
${set(changed(page, hashed), '    ')}
  </LocationMatch>
  <Location "${basePath}redirect.html">
${set(changed(page, bridge), '    ')}
${unset(page, bridge)}
  </Location>
  <LocationMatch "^">
${set(error, '    ', ' "expr=%{REQUEST_STATUS} -ge 300 && %{REQUEST_STATUS} -ne 304"')}
${unset(page, error, ' "expr=%{REQUEST_STATUS} -ge 300 && %{REQUEST_STATUS} -ne 304"')}
  </LocationMatch>
</VirtualHost>
`;
}

/** What differs from what the whole host sends. */
const changed = (from: Headers, to: Headers): Headers =>
  Object.fromEntries(Object.entries(to).filter(([name, value]) => from[name] !== value));

const set = (fields: Headers, indent: string, condition = ''): string =>
  Object.entries(fields)
    .map(
      ([name, value]) =>
        `${indent}Header always set ${name} "${value.replaceAll('"', '\\"')}"${condition}`,
    )
    .join('\n');

const unset = (from: Headers, to: Headers, condition = ''): string =>
  Object.keys(from)
    .filter((name) => !(name in to))
    .map((name) => `    Header always unset ${name}${condition}`)
    .join('\n');
