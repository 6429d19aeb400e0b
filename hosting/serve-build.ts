import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { bridgeHeaders, cacheControl, type Headers } from './policy.ts';

/**
 * What a host does with a build of the app, as docs/configuration.md says it, in code: which file answers
 * which address, and with what headers. For tests and the benchmark; it listens on localhost alone.
 */

/** A file as it goes out. */
export interface ServedFile {
  readonly body: string | Buffer;
  /** With one, a browser that has kept this very file is told so (304). */
  readonly etag?: string;
  /** How `body` is compressed; not at all when left out. */
  readonly encoding?: 'br';
}

export interface ServedBuild {
  /** What every answer carries but the bridge page, which has its own: see `appHeaders()`. */
  readonly headers: Headers;
  /** Path that the build is for, with a slash at its end; the root when left out. */
  readonly basePath?: string;
  /** What stands for every page but the landing page: `/index.csr.html`, where the build has one. */
  readonly page: string;
  /**
   * Finds a file.
   *
   * @param path `/main-6PA2CVVA.js`, `/index.html` for the landing page
   * @returns undefined for one that is missing, which becomes a 404
   */
  readonly file: (path: string) => Promise<ServedFile | undefined>;
}

export interface BuildServer {
  readonly port: number;
  /** Stops listening and breaks off open connections. */
  readonly close: () => Promise<void>;
}

/**
 * Returns a build as one for each of its languages, each at its own path, English last: it has the root.
 *
 * @param languages of `dist/app/inline-hashes.json`: folders of the build
 */
export function inLanguages(build: ServedBuild, languages: readonly string[] = []): ServedBuild[] {
  const translated = languages.map((language) => ({
    ...build,
    basePath: `${build.basePath ?? '/'}${language}/`,
    file: (path: string) => build.file(`/${language}${path}`),
  }));
  return [...translated, build];
}

/**
 * Serves builds, each at its own path; the first whose path an address begins with answers it.
 *
 * @returns the server, once it listens on a free port of localhost
 */
export function serveBuild(...builds: ServedBuild[]): Promise<BuildServer> {
  return serveBuildAt(0, ...builds);
}

/** As `serveBuild`, on a port of localhost that is free. */
export async function serveBuildAt(port: number, ...builds: ServedBuild[]): Promise<BuildServer> {
  const server = createServer((request, response) => {
    answer(builds, request, response).catch(() => {
      // Whatever a file system throws for one request is no reason to end all others.
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

const TYPES: Readonly<Record<string, string | undefined>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

async function answer(
  builds: readonly ServedBuild[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const pathname = pathOf(request.url ?? '/');
  const build = builds.find(({ basePath = '/' }) => pathname.startsWith(basePath));
  if (builds.some(({ basePath }) => basePath === `${pathname}/`)) {
    // An app's root without its slash: an address that people type.
    response.writeHead(301, { Location: `${pathname}/` }).end();
  } else if (build) {
    const { length } = build.basePath ?? '/';
    await answerApp(build, `/${pathname.slice(length)}`, request, response);
  } else {
    response.writeHead(404).end();
  }
}

/**
 * Returns the path of a request as it was sent, never resolved against a host: `//evil.example` is a path here. A
 * request may also name the whole address (RFC 9112 section 3.2.2).
 */
function pathOf(target: string): string {
  const path = target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
  return path.startsWith('/') ? path : `/${path}`;
}

/**
 * Whether a path names a file rather than a page: its last segment has an extension. Matrix parameters belong to the
 * router, and an encoded slash does not begin a segment.
 */
function namesFile(pathname: string): boolean {
  const [path = ''] = pathname.split(';', 1);
  const segment = path.split('/').at(-1) ?? '';
  return extname(segment) !== '' && !/%2f/i.test(segment);
}

/** Whether a path stays below the build, whatever a file system makes of it. */
function isPlain(pathname: string): boolean {
  return /^(?:\/[\w.~-]+)+$/.test(pathname) && !/\/\.\.?(?:\/|$)/.test(pathname);
}

/** @param pathname below the path the build is for: `/profile` */
async function answerApp(
  { headers, page, file }: ServedBuild,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('Cache-Control', cacheControl(pathname));
  // The bridge page's own may say more of the cache.
  const own = pathname === '/redirect.html' ? bridgeHeaders() : headers;
  for (const [name, value] of Object.entries(own)) response.setHeader(name, value);
  const path = pathname === '/' ? '/index.html' : namesFile(pathname) ? pathname : page;
  const found = isPlain(path) ? await file(path) : undefined;
  if (!found) {
    response.writeHead(404).end();
  } else if (found.etag && found.etag === request.headers['if-none-match']) {
    response.writeHead(304, { ETag: found.etag }).end();
  } else {
    send(response, found, TYPES[extname(path)] ?? 'application/octet-stream');
  }
}

function send(response: ServerResponse, { body, etag, encoding }: ServedFile, type: string): void {
  response.setHeader('Content-Type', type);
  if (etag) response.setHeader('ETag', etag);
  if (encoding) response.setHeader('Content-Encoding', encoding);
  response.end(body);
}
