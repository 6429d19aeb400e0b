import type { CDPSession, Page } from '@playwright/test';

/** Memory that a page uses after garbage collection. */
export interface MemoryUsage {
  readonly heapMegabytes: number;
  readonly listeners: number;
  readonly nodes: number;
  readonly documents: number;
}

/** Returns a function that measures the page through DevTools. */
export async function openMemoryProbe(page: Page): Promise<() => Promise<MemoryUsage>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return () => measure(session);
}

async function measure(session: CDPSession): Promise<MemoryUsage> {
  // The second collection takes what a finalizer released.
  for (let time = 0; time < 2; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  return {
    heapMegabytes: metric('JSHeapUsedSize') / 2 ** 20,
    listeners: metric('JSEventListeners'),
    nodes: metric('Nodes'),
    documents: metric('Documents'),
  };
}

/** Formats one line for the report of a run. */
export function formatMemory({ heapMegabytes, listeners, nodes, documents }: MemoryUsage): string {
  return `${heapMegabytes.toFixed(2)} MB, ${listeners} listeners, ${nodes} nodes, ${documents} documents`;
}
