import type { Headers } from '../policy.ts';
import {
  filePattern,
  hashedPattern,
  isAtRoot,
  languagePaths,
  pagePaths,
  type Site,
} from '../site.ts';

/** Where nginx finds things, and what it listens on. */
export interface NginxPlace {
  /** `8080`, `127.0.0.1:8080` */
  readonly listen: readonly string[];
  /** The folder that is the host's root: the build lies in the folder of its path below it. */
  readonly root: string;
  /** A folder it may write to; everything else may be read-only. */
  readonly temp: string;
  /** The config.json of each site, by its path; the build's own when left out. */
  readonly configs?: Readonly<Record<string, string>>;
}

/** As in the container of `hosting/recipes/container/Dockerfile`. */
const CONTAINER: NginxPlace = {
  listen: ['8080', '[::]:8080'],
  root: '/srv/app',
  temp: '/tmp',
  configs: {},
};

/**
 * Returns a whole nginx.conf: for a user without privileges, on a read-only file system, behind what ends TLS.
 * `add_header` in a location replaces all that the server has, so every location names its whole set.
 */
export function nginxConf(sites: readonly Site[], place: NginxPlace = CONTAINER): string {
  const temps = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `  ${name}_temp_path ${place.temp}/nginx-${name};`,
  );
  const [first] = sites;
  if (!first) throw new Error('nginx has no site to serve.');
  return `# Made by npm run headers -- --for nginx. SIGQUIT lets running requests finish.
# Not "auto": in a container that counts the processors of its whole host, and each worker takes memory.
worker_processes 2;
pid ${place.temp}/nginx.pid;
error_log stderr warn;
events {
  worker_connections 1024;
}
http {
${temps.join('\n')}
  access_log off;
  server_tokens off;
  absolute_redirect off;
  sendfile on;
  # The answer to a range that is not there would have the headers of a page, and no file is worth a part.
  max_ranges 0;
  gzip_static on;
  gzip_vary on;
  default_type application/octet-stream;
  types {
    text/html html;
    text/css css;
    text/javascript js;
    text/plain txt;
    application/json json;
    image/svg+xml svg;
    image/png png;
    image/x-icon ico;
    font/woff2 woff2;
  }
  charset utf-8;
  charset_types text/html;
  server {
${place.listen.map((address) => `    listen ${address};`).join('\n')}
    root ${place.root};
    error_page 400 403 404 405 412 413 414 494 500 501 505 /-/error;
    location = /-/error {
      internal;
${headers(first.error)}
      default_type text/plain;
      return 200 "There is nothing here.\\n";
    }
    location = /-/healthy {
${headers(first.error)}
      default_type text/plain;
      return 200 "OK\\n";
    }
${sites.map((site) => locations(site, place)).join('')}${sites.some(isAtRoot) ? '' : '    location / {\n      return 404;\n    }\n'}  }
}
`;
}

function locations(site: Site, { configs = {} }: NginxPlace): string {
  const { basePath, page, hashed, bridge, error } = site;
  const config = configs[basePath];
  return [
    ...(isAtRoot(site) ? languagePaths(site) : pagePaths(site)).map((path) =>
      location(`= ${path.slice(0, -1)}`, error, `return 301 ${path}$is_args$args;`),
    ),
    config ? location(`= ${basePath}config.json`, page, `alias ${config};`) : '',
    ...pagePaths(site).map((path) =>
      location(`= ${path}`, page, `try_files ${path}index.html =404;`),
    ),
    location(`= ${basePath}redirect.html`, bridge, 'try_files $uri =404;'),
    location(`~ "${hashedPattern(basePath)}"`, hashed, 'try_files $uri =404;'),
    location(`~ "${filePattern(basePath)}"`, page, 'try_files $uri =404;'),
    ...pagePaths(site).map((path) => location(path, page, `try_files ${path}index.csr.html =404;`)),
  ].join('');
}

function location(match: string, fields: Headers, action: string): string {
  return `    location ${match} {\n${headers(fields)}\n      ${action}\n    }\n`;
}

/** `always`: on errors and 304 as well. */
const headers = (fields: Headers): string =>
  Object.entries(fields)
    .map(([name, value]) => `      add_header ${name} "${value.replaceAll('"', '\\"')}" always;`)
    .join('\n');
