import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { appHeaders, bridgeHeaders } from '../../hosting/policy.ts';

/** For tests: a deployed site, right unless it is changed. */

/** What the site answers at a path, with a status other than 200 if need be. */
export interface Page {
  readonly status?: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}
export type Site = Record<'/' | '/redirect.html' | '/config.json', Page>;

/** A site as a host should send it, for an app that signs in at the local cloud. */
export function goodSite(cloud: string, config: string): Site {
  const headers = appHeaders({ login: [cloud], graph: [cloud] });
  return {
    '/': { headers, body: '<h1>App</h1>' },
    '/redirect.html': { headers: bridgeHeaders(), body: '<script src="redirect.js"></script>' },
    '/config.json': { headers: { 'Cache-Control': 'no-cache' }, body: config },
  };
}

/** Serves a site on any free port until `close()`. */
export async function serveSite(read: () => Readonly<Record<string, Page>>) {
  const server = createServer((request, response) => {
    const page = read()[request.url ?? '/'];
    response.writeHead(page?.status ?? (page ? 200 : 404), page?.headers);
    response.end(page?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://localhost:${port}/`),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
