import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import {
  appHeaders,
  bridgeHeaders,
  cacheControl,
  type InlineHashes,
} from '../../hosting/policy.ts';

/** A site as a fast host serves it: compressed, with its security headers, answering 304 where it can. */
export interface Site {
  /** `http://localhost:49152`, without a trailing slash. */
  readonly url: string;
  /** Bytes a file takes on the wire, by path: `/index.html`. */
  readonly sizes: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

export interface SiteOptions {
  /** The folder with `index.html`. */
  readonly folder: URL;
  /** The local cloud that the site's config.json and policy name. */
  readonly cloudUrl: string;
  readonly hashes: InlineHashes;
  /** `sessionStorage` unless said otherwise. */
  readonly cacheLocation?: 'sessionStorage' | 'localStorage';
  /** Changes a page before it is served. */
  readonly change?: (html: string) => string;
}

interface Stored {
  readonly body: Buffer;
  readonly etag: string;
  readonly type: string;
}

const TYPES: Readonly<Record<string, string | undefined>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Reads and compresses everything first, so that serving costs next to nothing; then takes a free port. */
export async function serveSite(options: SiteOptions): Promise<Site> {
  const { folder, cloudUrl, hashes, cacheLocation, change = (html: string) => html } = options;
  const files = new Map<string, Stored>();
  for (const name of await readdir(folder)) {
    const content = await readFile(new URL(name, folder));
    const isPage = name.endsWith('.html');
    files.set(`/${name}`, stored(name, isPage ? Buffer.from(change(content.toString())) : content));
  }
  const config = { clientId: '00001111-aaaa-2222-bbbb-3333cccc4444', tenant: 'common' };
  const settings = { ...config, cloud: 'local', localCloud: cloudUrl, cacheLocation };
  files.set('/config.json', stored('config.json', Buffer.from(JSON.stringify(settings))));
  const headers = appHeaders({ login: [cloudUrl], graph: [cloudUrl] }, hashes);

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const fallback = files.has('/index.csr.html') ? '/index.csr.html' : '/index.html';
    const path = pathname === '/' ? '/index.html' : extname(pathname) === '' ? fallback : pathname;
    const own = path === '/redirect.html' ? bridgeHeaders() : headers;
    for (const [name, value] of Object.entries(own)) response.setHeader(name, value);
    response.setHeader('Cache-Control', cacheControl(path));
    answer(request, response, files.get(path));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    sizes: new Map([...files].map(([path, { body }]) => [path, body.length])),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function stored(name: string, content: Buffer): Stored {
  return {
    body: brotliCompressSync(content),
    etag: `"${createHash('sha256').update(content).digest('base64url')}"`,
    type: TYPES[extname(name)] ?? 'application/octet-stream',
  };
}

function answer(request: IncomingMessage, response: ServerResponse, file?: Stored): void {
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader('ETag', file.etag);
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('Content-Type', file.type);
  response.setHeader('Content-Encoding', 'br');
  response.end(file.body);
}
