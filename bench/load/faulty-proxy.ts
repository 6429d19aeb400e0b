import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A network that fails at random, between clients and a server on this machine. */
export interface FaultyProxy {
  /** `http://localhost:49154` */
  readonly url: string;
  /** How many answers were slowed down, cut in the middle, or lost with their connection. */
  readonly faults: { slow: number; cut: number; reset: number };
  /** The share of answers that meet a fault: 0 for a good network. */
  share: number;
  close(): Promise<void>;
}

const SLOW_MS = 200;

/**
 * Starts a proxy of TCP connections. A request always arrives; its answer may be late, end in the middle, or be lost
 * by a reset: what a client cannot know is whether it was carried out.
 *
 * @param target where to pass on: `http://localhost:4001`
 * @param random numbers from 0 to 1
 */
export async function startFaultyProxy(target: string, random: () => number): Promise<FaultyProxy> {
  const faults = { slow: 0, cut: 0, reset: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(new URL(target).port), 'localhost');
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.setNoDelay(true);
      // The other side says what went wrong.
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    client.on('data', (bytes) => upstream.write(bytes));
    upstream.on('data', (bytes: Buffer) => {
      const kind = random() < proxy.share ? pick(random()) : undefined;
      if (kind) faults[kind] += 1;
      if (kind === 'reset') {
        client.resetAndDestroy();
      } else if (kind === 'cut') {
        client.end(bytes.subarray(0, bytes.length >> 1));
      } else if (kind === 'slow') {
        upstream.pause();
        setTimeout(() => {
          if (!client.destroyed) client.write(bytes);
          upstream.resume();
        }, random() * SLOW_MS);
      } else {
        client.write(bytes);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', 2_048, resolve));
  const proxy: FaultyProxy = {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    faults,
    share: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
  return proxy;
}

const pick = (number: number) => (number < 0.5 ? 'slow' : number < 0.75 ? 'cut' : 'reset');
