import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { promisify } from 'node:util';

/** Listening on the loopback interface only, over IPv4 and, where there is one, IPv6. */
export interface Listener {
  readonly port: number;
  /** @param patience milliseconds that running requests may take; 0 breaks them off */
  close(patience: number): Promise<void>;
}

export class PortInUseError extends Error {
  readonly port: number;

  constructor(port: number) {
    super(
      `Port ${String(port)} is already in use: stop what listens there, or choose another with --port.`,
    );
    this.name = 'PortInUseError';
    this.port = port;
  }
}

/** @param port 0 for any free one */
export async function listen(port: number, handler: RequestListener): Promise<Listener> {
  const ipv4 = await open(port, '127.0.0.1', handler);
  const bound = boundPort(ipv4);
  try {
    const ipv6 = await open(bound, '::1', handler);
    return { port: bound, close: (patience) => closeAll([ipv4, ipv6], patience) };
  } catch (error) {
    if (isCode(error, 'EADDRNOTAVAIL') || isCode(error, 'EAFNOSUPPORT')) {
      return { port: bound, close: (patience) => closeAll([ipv4], patience) };
    }
    await closeAll([ipv4], 0);
    if (port === 0 && error instanceof PortInUseError) {
      return listen(port, handler);
    }
    throw error;
  }
}

function open(port: number, host: string, handler: RequestListener): Promise<Server> {
  // Kept open long: a client that was busy would otherwise write into a connection just closed.
  const options = { maxHeaderSize: 65_536, keepAliveTimeout: 120_000 };
  const server = createServer(options, handler);
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(isCode(error, 'EADDRINUSE') ? new PortInUseError(port) : error);
    });
    server.listen(port, host, () => {
      resolve(server);
    });
  });
}

async function closeAll(servers: readonly Server[], patience: number): Promise<void> {
  const closed = Promise.all(servers.map((server) => promisify(server.close.bind(server))()));
  const breakOff = () => {
    for (const server of servers) server.closeAllConnections();
  };
  const timer = setTimeout(breakOff, patience);
  // A connection that is kept alive is idle only once its last answer is sent.
  const sweep = setInterval(() => {
    for (const server of servers) server.closeIdleConnections();
  }, 50);
  if (patience === 0) breakOff();
  await closed;
  clearTimeout(timer);
  clearInterval(sweep);
}

function boundPort(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
