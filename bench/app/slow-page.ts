import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** One request as the network panel shows it; times in milliseconds since the journey began. */
export interface Exchange {
  readonly url: string;
  readonly method: string;
  readonly type: string;
  readonly start: number;
  end?: number;
  /** On the wire, headers included; 0 for what came from a cache. */
  bytes: number;
  isCached: boolean;
}

/** A page on a slow phone: Slow 4G and a processor four times slower, every request noted. */
export interface SlowPage {
  readonly page: Page;
  readonly exchanges: readonly Exchange[];
  /** Starts the clock anew and forgets the requests so far. */
  restart(): void;
  /** When the first request is made, from now on, whose address holds; in milliseconds of the journey. */
  requested(holds: (url: URL) => boolean): Promise<number>;
  /** When the clock was started, in milliseconds since 1970. */
  readonly began: number;
  /** Main-thread work since the page was opened, in milliseconds. */
  mainThread(): Promise<number>;
  clearHttpCache(): Promise<void>;
  slowDown(): Promise<void>;
}

/** Lighthouse's "Slow 4G": round trip 150 ms × 3.75, throughput 1.6 Mbit/s × 0.9. */
const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1.44 * 1024 * 1024) / 8,
  uploadThroughput: (0.675 * 1024 * 1024) / 8,
};
const CPU_SLOWDOWN = 4;

/** @param isSlow whether to begin slow; `slowDown` does so later */
export async function openSlowPage(context: BrowserContext, isSlow: boolean): Promise<SlowPage> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Performance.enable');
  let exchanges: Exchange[] = [];
  const now = () => performance.timeOrigin + performance.now();
  let began = now();
  note(
    session,
    () => exchanges,
    (time) => time - began,
  );
  const slowDown = async () => {
    await session.send('Network.emulateNetworkConditions', SLOW_4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  };
  if (isSlow) await slowDown();
  return {
    page,
    get exchanges() {
      return exchanges;
    },
    restart: () => {
      exchanges = [];
      began = now();
    },
    requested: (holds) =>
      new Promise((resolve) => {
        session.on('Network.requestWillBeSent', ({ request, wallTime }) => {
          if (holds(new URL(request.url))) resolve(wallTime * 1000 - began);
        });
      }),
    get began() {
      return began;
    },
    mainThread: async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
    },
    clearHttpCache: async () => {
      await session.send('Network.clearBrowserCache');
    },
    slowDown,
  };
}

/**
 * Notes every request by the browser's own clock, which a busy connection to it does not delay.
 *
 * @param since turns milliseconds since 1970 into milliseconds of the journey
 */
function note(
  session: CDPSession,
  exchanges: () => Exchange[],
  since: (time: number) => number,
): void {
  const open = new Map<string, Exchange>();
  /** What makes the browser's monotonic clock one since 1970; both are in seconds. */
  let offset = 0;
  const at = (timestamp: number) => since((timestamp + offset) * 1000);
  session.on(
    'Network.requestWillBeSent',
    ({ requestId, request, type = 'Other', redirectResponse, timestamp, wallTime }) => {
      offset = wallTime - timestamp;
      const before = open.get(requestId);
      if (before && redirectResponse) {
        before.end = at(timestamp);
        before.bytes = redirectResponse.encodedDataLength;
      }
      const exchange: Exchange = {
        url: request.url + (request.urlFragment ?? ''),
        method: request.method,
        type,
        start: at(timestamp),
        bytes: 0,
        isCached: false,
      };
      open.set(requestId, exchange);
      exchanges().push(exchange);
    },
  );
  session.on('Network.requestServedFromCache', ({ requestId }) => {
    const exchange = open.get(requestId);
    if (exchange) exchange.isCached = true;
  });
  session.on('Network.responseReceived', ({ requestId, response }) => {
    const exchange = open.get(requestId);
    if (exchange) exchange.isCached ||= response.fromDiskCache ?? false;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
    const exchange = open.get(requestId);
    if (exchange) {
      exchange.end = at(timestamp);
      exchange.bytes = encodedDataLength;
    }
  });
}
