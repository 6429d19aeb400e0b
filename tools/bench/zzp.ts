import { chromium } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { startLocalCloud } from '../../emulator/index.ts';
import { browserFlags, findBrowser } from '../browser.ts';
import * as journeys from './journeys.ts';
import { serveAll } from './sites.ts';
const cloud = await startLocalCloud({ port: 0 });
const sites = await serveAll(cloud.url);
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserFlags] });
const [journey = 'settledClick', name = 'ours'] = process.argv.slice(2);
const session = await browser.newBrowserCDPSession();
const events: any[] = [];
session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
await session.send('Tracing.start', {
  transferMode: 'ReportEvents',
  traceConfig: {
    includedCategories: [
      'devtools.timeline',
      'disabled-by-default-v8.cpu_profiler',
      'blink.user_timing',
      'loading',
      'v8',
      'toplevel',
      'disabled-by-default-devtools.timeline',
    ],
  },
} as any);
const run = await (journeys as any)[journey](browser, (sites as any)[name].url);
const done = new Promise((r) => session.once('Tracing.tracingComplete', r));
await session.send('Tracing.end');
await done;
console.log(run.figures);
for (const e of run.exchanges)
  console.log(
    `${e.start.toFixed(0).padStart(6)} ${(e.end ?? NaN).toFixed(0).padStart(6)} ${String(e.bytes).padStart(7)} ${e.isCached ? 'cached' : '      '} ${e.method.padEnd(7)} ${e.url.slice(0, 90)}`,
  );
writeFileSync('/tmp/trace.json', JSON.stringify({ traceEvents: events }));
await browser.close();
await sites.close();
await cloud.close();
