import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { tasksApi } from './app.ts';
import { RevokedSessions } from './auth/revoked-sessions.ts';
import { remoteKeys } from './auth/signing-keys.ts';
import type { ApiSettings } from './settings.ts';

/** What differs from the usual; each field may be left out. */
export interface ServerOptions {
  /** 4002 unless said otherwise; 0 takes any free port. */
  readonly port?: number;
  /** Where to listen: this machine alone, unless said otherwise. */
  readonly host?: string;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

/** A running API. What it holds is gone once it is closed. */
export interface TasksApi {
  /** `http://localhost:4002`, without a trailing slash. */
  readonly url: string;
  /** Stops listening and breaks off open connections. */
  close(): Promise<void>;
}

/**
 * Starts the API.
 *
 * @returns the API, once it listens
 * @throws Error of Node's, such as EADDRINUSE
 */
export async function startTasksApi(
  settings: ApiSettings,
  { port = 4002, host = 'localhost', clock = Date.now }: ServerOptions = {},
): Promise<TasksApi> {
  const findKey = remoteKeys(settings.login);
  const app = tasksApi({ settings, findKey, revoked: new RevokedSessions(), clock });
  const answer = getRequestListener(app.fetch);
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
