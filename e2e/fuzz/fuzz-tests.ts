import type { Browser } from '@playwright/test';
import * as fc from 'fast-check';
import type { LocalCloud } from '../../emulator/index.ts';
import type { AppServer } from '../fixtures/app-server.ts';
import { expect, test } from '../fixtures/test.ts';
import { watchFor } from '../fixtures/watch.ts';
import type { Place } from './circumstances.ts';
import { plan, type Plan } from './plan.ts';
import { Sequence } from './sequence.ts';

const runs = Number(process.env['FUZZ_RUNS'] ?? 200);
const firstSeed = Number(process.env['FUZZ_SEED'] ?? 1);
/** By hand a failing sequence is made shorter, which takes its time. */
const shrinks = process.env['FUZZ_SHRINK'] !== undefined;
const SHRINKING_MS = 180_000;
const PER_TEST = 20;
/** What the browser and the app are set to: for a whole worker, so each has a spec file and its seeds. */
type Setting = 'as shipped' | 'with memory' | 'by popup';
const settingOf = (seed: number): Setting =>
  (['with memory', 'by popup'] as const)[seed % 5] ?? 'as shipped';

/**
 * Whatever people do and whatever goes wrong, in whatever order: the app is never blank, never in a
 * loop, never two people at once, throws nothing, and once all is well again a profile is a few steps
 * away. `npm run fuzz` runs more of it, and replays: docs/testing.md.
 *
 * @param setting whether Back and Forward bring pages back from the browser's memory, and whether signing in
 * opens a window
 */
export function fuzzTests(setting: Setting): void {
  test.use({
    trace: 'off',
    backForwardMemory: setting === 'with memory',
    interaction: setting === 'by popup' ? 'popup' : 'redirect',
  });
  const all = Array.from({ length: runs }, (_, number) => firstSeed + number);
  const mine = all.filter((seed) => settingOf(seed) === setting);
  for (let done = 0; done < mine.length; done += PER_TEST) {
    fuzzTest(mine.slice(done, done + PER_TEST), setting);
  }
}

function fuzzTest(seeds: readonly number[], setting: Setting): void {
  const [first, ...others] = seeds;
  const which = `${others.length === 0 ? 'seed' : `${seeds.length} seeds from`} ${String(first)}`;

  test(`nothing that people do and that fails gets the app stuck (${which}, ${setting})`, async ({
    browser,
    cloud,
    app,
  }) => {
    test.setTimeout(seeds.length * 20_000 + (shrinks ? SHRINKING_MS : 0));
    const places = new Places(browser, cloud, app);
    for (const seed of seeds) {
      const { errorInstance } = await fc.check(
        fc.asyncProperty(plan, (wanted) => places.run(wanted)),
        {
          seed,
          numRuns: 1,
          endOnFailure: !shrinks,
          plugins: [fc.unbiased(), ...(shrinks ? [fc.interruptAfterTimeLimit(SHRINKING_MS)] : [])],
        },
      );
      const { message } = Object(errorInstance) as { message?: string };
      expect
        .soft(message, `Replay: npm run fuzz -- --seed ${String(seed)}\n\n${message ?? ''}`)
        .toBeUndefined();
    }
    await places.close();
  });
}

/** A browser context for one sequence after the other, until one has left it unlike new. */
class Places {
  private readonly browser: Browser;
  private readonly cloud: LocalCloud;
  private readonly app: AppServer;
  private place: Place | undefined;

  constructor(browser: Browser, cloud: LocalCloud, app: AppServer) {
    this.browser = browser;
    this.cloud = cloud;
    this.app = app;
  }

  async run(wanted: Plan): Promise<void> {
    this.cloud.reset();
    const { cacheLocation, idleTimeoutMinutes } = wanted;
    this.app.change({ cacheLocation, idleTimeoutMinutes });
    const place = (this.place ??= await this.open());
    const sequence = new Sequence(place, wanted);
    let isAsNew = false;
    try {
      await sequence.run();
      isAsNew = !sequence.hasMovedClock && !place.page.isClosed();
    } finally {
      if (isAsNew) await tidy(place);
      else await this.close();
    }
  }

  async close(): Promise<void> {
    await this.place?.context.close();
    this.place = undefined;
  }

  private async open(): Promise<Place> {
    const { cloud } = this;
    const appUrl = this.app.url;
    const context = await this.browser.newContext({
      reducedMotion: 'reduce',
      viewport: { width: 640, height: 480 },
    });
    const watch = await watchFor(context, appUrl, cloud);
    await context.clock.install();
    return { context, page: await context.newPage(), cloud, appUrl, watch };
  }
}

/** Nobody signed in, nothing stored, no history; what the browser has cached stays, which makes it fast. */
async function tidy({ context, page, appUrl }: Place): Promise<void> {
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.goto(`${appUrl}/favicon.svg`);
  await page.evaluate(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
  await context.clearCookies();
  await page.goto('about:blank');
  const session = await context.newCDPSession(page);
  await session.send('Page.resetNavigationHistory');
  await session.detach();
}
