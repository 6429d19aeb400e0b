import type { CDPSession, Page } from '@playwright/test';

/** What a page holds on to once its garbage is collected. */
export interface Footprint {
  readonly heapMegabytes: number;
  readonly listeners: number;
  readonly nodes: number;
  readonly documents: number;
}

/** A look at the page's memory from outside: DevTools' own figures. */
export async function openScales(page: Page): Promise<() => Promise<Footprint>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return () => weigh(session);
}

async function weigh(session: CDPSession): Promise<Footprint> {
  // What a finalizer lets go of, a second collection takes.
  for (let time = 0; time < 2; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  return {
    heapMegabytes: of('JSHeapUsedSize') / 2 ** 20,
    listeners: of('JSEventListeners'),
    nodes: of('Nodes'),
    documents: of('Documents'),
  };
}

/** One line for the report of a run. */
export function inFigures({ heapMegabytes, listeners, nodes, documents }: Footprint): string {
  return `${heapMegabytes.toFixed(2)} MB, ${listeners} listeners, ${nodes} nodes, ${documents} documents`;
}
