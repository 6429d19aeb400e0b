import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type BrowserContext, chromium } from '@playwright/test';
import { browserFlags, findBrowser } from '../../tools/browser.ts';
import { chooseAdele, profile } from './journeys.ts';
import { median } from './rows.ts';

/** Run by npx: it is large, and nothing but this needs it. */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const PORT = 9_339;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

interface Report {
  readonly categories: Record<string, { readonly score: number | null }>;
}

/**
 * The lowest of Lighthouse's four scores, 0 to 100, as the medians of some runs.
 *
 * @param site with tokens in localStorage, which Lighthouse's own tab shares
 * @returns undefined where Lighthouse cannot be had
 */
export async function measureLighthouse(
  site: string,
  runs: number,
): Promise<{ lighthouseLanding: number; lighthouseProfile: number } | undefined> {
  const context = await chromium.launchPersistentContext('', {
    executablePath: findBrowser(),
    args: [...browserFlags, `--remote-debugging-port=${PORT}`],
  });
  try {
    const landing = await lowest(site, runs);
    if (landing === undefined) return undefined;
    await signIn(context, site);
    return {
      lighthouseLanding: landing,
      lighthouseProfile: (await lowest(`${site}/profile`, runs)) ?? NaN,
    };
  } finally {
    await context.close();
  }
}

async function signIn(context: BrowserContext, site: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${site}/profile`);
  await chooseAdele(page);
  await profile(page).waitFor();
}

async function lowest(url: string, runs: number): Promise<number | undefined> {
  const reports: Report[] = [];
  for (let run = 0; run < runs; run++) {
    const report = await once(url);
    if (!report) return undefined;
    reports.push(report);
  }
  return Math.min(
    ...CATEGORIES.map((name) =>
      median(reports.map(({ categories }) => Math.round((categories[name]?.score ?? 0) * 100))),
    ),
  );
}

/** Not waited for in place: the sites are served by this process. */
async function once(url: string): Promise<Report | undefined> {
  try {
    const { stdout } = await promisify(execFile)(
      'npx',
      [
        '--yes',
        LIGHTHOUSE,
        url,
        `--port=${PORT}`,
        '--disable-storage-reset',
        '--output=json',
        '--quiet',
        `--only-categories=${CATEGORIES.join()}`,
      ],
      { maxBuffer: 64e6, shell: process.platform === 'win32' },
    );
    return JSON.parse(stdout) as Report;
  } catch {
    return undefined;
  }
}
