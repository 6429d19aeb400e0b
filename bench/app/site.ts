import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { appHeaders, type InlineHashes } from '../../hosting/policy.ts';
import { serveBuild, type ServedFile } from '../../hosting/serve-build.ts';

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

/** Reads and compresses everything first, so that serving costs next to nothing; then takes a free port. */
export async function serveSite(options: SiteOptions): Promise<Site> {
  const { folder, cloudUrl, hashes, cacheLocation, change = (html: string) => html } = options;
  const files = new Map<string, ServedFile>();
  // English alone is measured; the other languages are folders.
  const entries = await readdir(folder, { withFileTypes: true });
  for (const { name } of entries.filter((entry) => entry.isFile())) {
    const content = await readFile(new URL(name, folder));
    const isPage = name.endsWith('.html');
    files.set(`/${name}`, compressed(isPage ? Buffer.from(change(content.toString())) : content));
  }
  const config = { clientId: '00001111-aaaa-2222-bbbb-3333cccc4444', tenant: 'common' };
  const settings = { ...config, cloud: 'local', localCloud: cloudUrl, cacheLocation };
  files.set('/config.json', compressed(Buffer.from(JSON.stringify(settings))));
  const { port, close } = await serveBuild({
    headers: appHeaders({ login: [cloudUrl], graph: [cloudUrl] }, hashes),
    page: files.has('/index.csr.html') ? '/index.csr.html' : '/index.html',
    file: (path) => Promise.resolve(files.get(path)),
  });
  return {
    url: `http://localhost:${port}`,
    sizes: new Map([...files].map(([path, { body }]) => [path, body.length])),
    close,
  };
}

function compressed(content: Buffer): ServedFile {
  return {
    body: brotliCompressSync(content),
    etag: `"${createHash('sha256').update(content).digest('base64url')}"`,
    encoding: 'br',
  };
}
