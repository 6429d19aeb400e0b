import { chromium } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { startLocalCloud } from '../../emulator/index.ts';
import { browserFlags, findBrowser } from '../browser.ts';
import { serveSite } from './site.ts';
import * as journeys from './journeys.ts';
const cloud = await startLocalCloud({ port: 0 });
const dist = new URL('../../dist/', import.meta.url);
const none = { script: [], style: [] };
const hashes = JSON.parse(await readFile(new URL('app/inline-hashes.json', dist), 'utf8'));
const sites: any = {
  ours: await serveSite({ folder: new URL('app/browser/', dist), cloudUrl: cloud.url, hashes }),
  floor: await serveSite({ folder: new URL('app/browser/', dist), cloudUrl: cloud.url, hashes, change: (h) => h.replace(/<script.*?<\/script>/gs, '').replace(/<meta name="chunks"[^>]*>/,'') }),
  eager: await serveSite({ folder: new URL('eager/browser/', dist), cloudUrl: cloud.url, hashes: none, change: (h) => h.replace('</head>', '<link rel="preload" as="fetch" crossorigin href="/config.json"></head>') }),
};
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserFlags] });
const which = process.argv[2]!.split(','); const n = Number(process.argv[3] ?? 3);
const med = (a: number[]) => a.sort((x, y) => x - y)[(a.length - 1) >> 1];
for (const j of which) for (const s of (process.argv[4] ?? 'floor,eager,ours').split(',')) {
  if (s === 'floor' && j !== 'landing') continue;
  const all: Record<string, number[]> = {}; let last: any;
  for (let i = 0; i < n; i++) { cloud.reset(); const r = await (journeys as any)[j](browser, sites[s].url); last = r; for (const [k, v] of Object.entries(r.figures)) (all[k] ??= []).push(v as number); }
  console.log(j, s, Object.entries(all).map(([k, v]) => `${k}=${Math.round(med(v)! * 100) / 100}`).join(' '));
  if (process.argv[5]) for (const e of last.exchanges) console.log('   ', Math.round(e.start), Math.round(e.end ?? -1), e.bytes, e.isCached ? 'cached' : '', e.method, e.type, e.url.slice(0, 90));
}
await browser.close(); for (const s of Object.values(sites) as any[]) await s.close(); await cloud.close();
