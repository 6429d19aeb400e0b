import { chromium } from '@playwright/test';
import { startLocalCloud } from '../../emulator/index.ts';
import { browserFlags, findBrowser } from '../browser.ts';
import * as journeys from './journeys.ts';
import { serveAll } from './sites.ts';
const cloud = await startLocalCloud({ port: 0 });
const sites = await serveAll(cloud.url);
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserFlags] });
const [journey = 'settledClick', ...names] = process.argv.slice(2);
for (const name of names as ('eager' | 'ours')[]) {
  cloud.reset();
  const run = await (journeys as any)[journey](browser, sites[name].url);
  console.log(name, run.figures);
  for (const e of run.exchanges)
    console.log(
      `${e.start.toFixed(0).padStart(6)} ${(e.end ?? NaN).toFixed(0).padStart(6)} ${String(e.bytes).padStart(7)} ${e.isCached ? 'cached' : '      '} ${e.method.padEnd(7)} ${e.url.slice(0, 90)}`,
    );
}
await browser.close();
await sites.close();
await cloud.close();
