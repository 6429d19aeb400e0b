import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { type LocalCloud, startLocalCloud } from '../../emulator/index.ts';
import { browserFlags, findBrowser } from '../../tools/browser.ts';
import { chartOf } from './chart.ts';
import { measureServe } from './development.ts';
import { measureInterceptors } from './interceptors.ts';
import * as journeys from './journeys.ts';
import type { Journey, Run } from './journeys.ts';
import { measureLighthouse } from './lighthouse.ts';
import { measureLongList, openMail } from './mail.ts';
import { median, rowsOf, tableOf } from './rows.ts';
import { buildAll, serveAll, type Sites } from './sites.ts';

/**
 * `npm run bench`: measures everything docs/performance.md promises, beside a static page and beside a
 * plain eager build of the same source, in one run, because only what was measured together compares.
 * Prints the table, writes `test-results/bench.json`, and exits 1 when something is missed.
 */

const RUNS = 7;
const QUICK_RUNS = 3;
const ROOT = new URL('../../', import.meta.url);

type Name = 'floor' | 'eager' | 'ours';
type Samples = Record<Name, Record<string, number[]>>;

const PLAN: readonly [journey: Journey, title: string, sites: readonly Name[]][] = [
  [journeys.landing, 'landing', ['floor', 'eager', 'ours']],
  [journeys.earlyClick, 'early-click', ['eager', 'ours']],
  [journeys.settledClick, 'settled-click', ['eager', 'ours']],
  [journeys.deepLink, 'deep-link', ['eager', 'ours']],
  [journeys.warmReload, 'warm-reload', ['eager', 'ours']],
  [openMail, 'mail', ['eager', 'ours']],
];

/** Which pictures are made, and the figure that says when the journey was over. */
const CHARTS: Readonly<Record<string, string | undefined>> = {
  landing: 'lcp',
  'settled-click': 'profileFromClick',
  'deep-link': 'deepLink',
  'warm-reload': 'warmReload',
};

async function bench(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      'write-charts': { type: 'boolean', default: false },
    },
  });
  const runs = values.quick ? QUICK_RUNS : RUNS;
  const samples: Samples = { floor: {}, eager: {}, ours: {} };
  say('building');
  add(samples.ours, { build: buildAll() });
  const cloud = await startLocalCloud({ port: 0 });
  const sites = await serveAll(cloud.url);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserFlags] });
  for (let run = 1; run <= runs; run++) {
    const chart = values['write-charts'] && run === runs;
    await runJourneys({ browser, sites, cloud, samples }, `run ${run} of ${runs}`, chart);
  }
  say('interceptors');
  cloud.reset();
  add(samples.ours, { interceptors: await measureInterceptors(browser, sites.eager.url) });
  say('long list');
  cloud.reset();
  add(samples.ours, await measureLongList(browser, sites.ours.url));
  await browser.close();
  add(samples.ours, { bridge: bridgeBytes(sites) });
  say('Lighthouse');
  cloud.reset();
  add(samples.ours, (await measureLighthouse(sites.shared.url, QUICK_RUNS)) ?? {});
  await sites.close();
  await cloud.close();
  say('ng serve');
  add(samples.ours, await measureServe());

  const rows = rowsOf({
    floor: medians(samples.floor),
    eager: medians(samples.eager),
    ours: medians(samples.ours),
  });
  await mkdir(new URL('test-results/', ROOT), { recursive: true });
  const report = { runs, rows, samples };
  await writeFile(new URL('test-results/bench.json', ROOT), `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(`\n${tableOf(rows)}\n`);
  return rows.every(({ isReached }) => isReached !== false);
}

interface Setting {
  readonly browser: Browser;
  readonly sites: Sites;
  readonly cloud: LocalCloud;
  readonly samples: Samples;
}

async function runJourneys(setting: Setting, said: string, chart: boolean): Promise<void> {
  for (const [journey, title, names] of PLAN) {
    for (const name of names) {
      say(`${said}: ${title}, ${name}`);
      const result = await once(journey, setting, name);
      add(setting.samples[name], result.figures);
      const over = CHARTS[title];
      if (chart && name === 'ours' && over) {
        await writeChart(title, result, result.figures[over] ?? 0);
      }
    }
  }
}

async function once(
  journey: Journey,
  { browser, sites, cloud }: Setting,
  name: Name,
): Promise<Run> {
  // Consent and sessions at the local cloud begin anew, as the browser does.
  cloud.reset();
  const { url, sizes } = sites[name];
  const run = await journey(browser, url);
  const scripts = new Set(
    run.scripts.map((address) => new URL(address)).filter(({ origin }) => origin === url),
  );
  if (scripts.size === 0) return run;
  const inline = name === 'ours' ? brotliCompressSync(sites.startScript).length : 0;
  const files = new Set([...scripts].map(({ pathname }) => pathname));
  const script = [...files].reduce((sum, path) => sum + (sizes.get(path) ?? 0), inline);
  return { ...run, figures: { ...run.figures, script } };
}

function bridgeBytes({ ours: { sizes } }: Sites): number {
  const files = ['/msal-redirect-bridge.min.js', '/redirect.js'];
  return files.reduce((sum, path) => sum + (sizes.get(path) ?? NaN), 0);
}

async function writeChart(title: string, { exchanges }: Run, end: number): Promise<void> {
  const file = new URL(`docs/images/journey-${title}.svg`, ROOT);
  await writeFile(
    file,
    chartOf(`${title.replace('-', ' ')}, Slow 4G, processor 4× slower`, exchanges, end),
  );
}

function add(samples: Record<string, number[]>, figures: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(figures)) (samples[name] ??= []).push(value);
}

function medians(samples: Record<string, number[]>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(samples).map(([name, values]) => [name, median(values)]),
  );
}

function say(text: string): void {
  process.stderr.write(`bench: ${text}\n`);
}

process.exitCode = (await bench()) ? 0 : 1;
