import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { closeGently } from './close-gently.ts';
import { bridgeHeaders, cacheControl, errorHeaders, type Headers } from './policy.ts';
import { fileOf, parseRequestTarget, type RequestTarget } from './request-target.ts';

/**
 * What a host does with a build of the app, as docs/hosting.md says it, in code: which file answers which address, and
 * with what headers. For `npm run preview`, tests and the benchmark; it listens on localhost alone.
 */

/** How a file may be compressed. */
export type Encoding = 'br' | 'gzip';

/** A file as it goes out. */
export interface ServedFile {
  readonly body: string | Buffer;
  /** With one, a browser that has kept this very file is told so (304). */
  readonly etag?: string;
  /** How `body` is compressed; not at all when left out. */
  readonly encoding?: Encoding;
}

export interface ServedBuild {
  /** What every file carries but the bridge page, which has its own: see `appHeaders()`. */
  readonly headers: Headers;
  /** Path that the build is for, with a slash at its end; the root when left out. */
  readonly basePath?: string;
  /** What stands for every page but the landing page: `/index.csr.html`, where the build has one. */
  readonly page: string;
  /**
   * Finds a file.
   *
   * @param path `/main-6PA2CVVA.js`, `/index.html` for the landing page
   * @param accepted what the browser can decompress, best first
   * @returns undefined for one that is missing, which becomes a 404
   */
  readonly file: (path: string, accepted: readonly Encoding[]) => Promise<ServedFile | undefined>;
}

export interface BuildServer {
  readonly port: number;
  /** Stops listening and breaks off open connections. */
  readonly close: () => Promise<void>;
  /** Stops listening, lets running requests finish, and breaks off what takes longer than `patience` milliseconds. */
  readonly drain: (patience: number) => Promise<void>;
}

/**
 * Returns a build as one for each of its languages, each at its own path, English last: it has the root.
 *
 * @param languages of `dist/app/inline-hashes.json`: folders of the build
 */
export function inLanguages(build: ServedBuild, languages: readonly string[] = []): ServedBuild[] {
  const translated = languages.map((language): ServedBuild => ({
    ...build,
    basePath: `${build.basePath ?? '/'}${language}/`,
    file: (path, accepted) => build.file(`/${language}${path}`, accepted),
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
      fail(response, 500);
    });
  });
  // A client that takes this host for a proxy; Node would hang up.
  server.on('connect', (_request, socket) => {
    socket.end(`HTTP/1.1 405 Method Not Allowed\r\nAllow: ${METHODS}\r\nContent-Length: 0\r\n\r\n`);
  });
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => closeGently(server, 0),
    drain: (patience) => closeGently(server, patience),
  };
}

const TYPES: Readonly<Record<string, string | undefined>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

const METHODS = 'GET, HEAD';

async function answer(
  builds: readonly ServedBuild[],
  { method = '', url = '', headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = parseRequestTarget(url);
  if (!METHODS.split(', ').includes(method)) {
    response.setHeader('Allow', METHODS);
    fail(response, 405);
  } else if (!target) {
    fail(response, 400);
  } else {
    await answerTarget(builds, target, headers, response);
  }
}

async function answerTarget(
  builds: readonly ServedBuild[],
  { pathname, search }: RequestTarget,
  asked: IncomingMessage['headers'],
  response: ServerResponse,
): Promise<void> {
  const build = builds.find(({ basePath = '/' }) => pathname.startsWith(basePath));
  if (builds.some(({ basePath }) => basePath === `${pathname}/`)) {
    // An app's root without its slash: an address that people type.
    response.writeHead(301, { Location: `${pathname}/${search}`, ...errorHeaders() }).end();
  } else if (build) {
    const { length } = build.basePath ?? '/';
    const path = fileOf(`/${pathname.slice(length)}`, build.page);
    const accepted = acceptedEncodings(asked['accept-encoding']);
    const found = path === undefined ? path : await build.file(path, accepted);
    if (path !== undefined && found) send(response, build, path, found, asked['if-none-match']);
    else fail(response, 404);
  } else {
    fail(response, 404);
  }
}

/** @see RFC 9110 section 12.5.3: a weight of 0 refuses an encoding */
function acceptedEncodings(field: string | string[] = ''): readonly Encoding[] {
  const names = String(field)
    .split(',')
    .filter((entry) => !/;\s*q=0(\.0*)?\s*$/.test(entry))
    .map((entry) => entry.split(';', 1)[0]?.trim().toLowerCase());
  return (['br', 'gzip'] as const).filter((encoding) => names.includes(encoding));
}

function fail(response: ServerResponse, status: number): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(status, { ...errorHeaders(), 'Content-Length': 0 }).end();
}

function send(
  response: ServerResponse,
  { headers }: ServedBuild,
  path: string,
  { body, etag, encoding }: ServedFile,
  knownEtag: string | undefined,
): void {
  const own =
    path === '/redirect.html'
      ? bridgeHeaders()
      : { ...headers, 'Cache-Control': cacheControl(path) };
  for (const [name, value] of Object.entries(own)) response.setHeader(name, value);
  response.setHeader('Vary', 'Accept-Encoding');
  if (etag) response.setHeader('ETag', etag);
  if (etag && etag === knownEtag) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
  // HEAD has it, too.
  response.setHeader('Content-Length', Buffer.byteLength(body));
  if (encoding) response.setHeader('Content-Encoding', encoding);
  // Ended at once, an answer counts as finished while it is still on its way, and a server that closes breaks it off.
  response.write(body, () => response.end());
}
