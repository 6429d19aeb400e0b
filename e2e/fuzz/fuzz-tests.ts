import type { Browser } from '@playwright/test';
import * as fc from 'fast-check';
import type { LocalCloud } from '../../emulator/index.ts';
import type { AppServer } from '../fixtures/app-server.ts';
import { expect, test } from '../fixtures/test.ts';
import { watchFor } from '../fixtures/watch.ts';
import type { Deployment } from './environment.ts';
import { type Plan, plans } from './plan.ts';
import { Sequence } from './sequence.ts';

const runs = Number(process.env['FUZZ_RUNS'] ?? 40);
const firstSeed = Number(process.env['FUZZ_SEED'] ?? 1);
/** A replay by hand also shortens a failing sequence. */
const shrinks = process.env['FUZZ_SHRINK'] !== undefined;
const SHRINKING_MS = 180_000;
const PER_TEST = 20;
/** Settings of browser and app. They hold for a whole worker, so each has its own spec file and seeds. */
type Setting = 'as shipped' | 'with memory' | 'by popup';
const settingOf = (seed: number): Setting =>
  (['with memory', 'by popup'] as const)[seed % 5] ?? 'as shipped';

/**
 * Runs random sequences of user actions and faults: the app is never blank, never in a loop, never shows two people,
 * throws nothing, and once the faults are cleared a few steps lead to a profile. See docs/testing.md.
 *
 * @param setting whether the back/forward cache is on, and whether sign-in uses a popup
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
    // A tab whose page never comes takes two seconds at each look.
    test.setTimeout((seeds.length + 2) * 20_000 + (shrinks ? SHRINKING_MS : 0));
    const deployments = new DeploymentPool(browser, cloud, app);
    for (const seed of seeds) {
      const { errorInstance } = await fc.check(
        fc.asyncProperty(plans, (drawn) => deployments.run(drawn)),
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
    await deployments.close();
  });
}

/** Reuses a browser context for the next sequence, unless the last one left it changed. */
class DeploymentPool {
  private readonly browser: Browser;
  private readonly cloud: LocalCloud;
  private readonly app: AppServer;
  private deployment: Deployment | undefined;

  constructor(browser: Browser, cloud: LocalCloud, app: AppServer) {
    this.browser = browser;
    this.cloud = cloud;
    this.app = app;
  }

  async run(plan: Plan): Promise<void> {
    this.cloud.reset();
    const { cacheLocation, idleTimeoutMinutes } = plan;
    this.app.change({ cacheLocation, idleTimeoutMinutes });
    const deployment = (this.deployment ??= await this.open());
    const sequence = new Sequence(deployment, plan);
    let isReusable = false;
    try {
      await sequence.run();
      isReusable = !sequence.hasMovedPageClock && !deployment.page.isClosed();
    } finally {
      if (isReusable) await cleanUp(deployment);
      else await this.close();
    }
  }

  async close(): Promise<void> {
    await this.deployment?.context.close();
    this.deployment = undefined;
  }

  private async open(): Promise<Deployment> {
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

/** Clears storage, cookies and history. The HTTP cache stays, for speed. */
async function cleanUp({ context, page, appUrl }: Deployment): Promise<void> {
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
