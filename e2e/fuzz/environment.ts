import type { BrowserContext, Page } from '@playwright/test';
import type { LocalCloud } from '../../emulator/index.ts';
import { clearAccessTokens } from '../fixtures/clear-access-tokens.ts';
import type { Watch } from '../fixtures/watch.ts';
import type { BrowserErrorPages } from './browser-error-pages.ts';
import type { NetworkIdle } from './network-idle.ts';
import type { Person } from './person.ts';
import type { FaultStep, Plan, Step } from './plan.ts';

const HOUR_MS = 3_600_000;

/** The browser, app and cloud that a sequence runs in. */
export interface Deployment {
  readonly context: BrowserContext;
  /** The person's first tab. */
  readonly page: Page;
  readonly cloud: LocalCloud;
  readonly appUrl: string;
  readonly watch: Watch;
}

/** Applies what happens around a person: faults, clocks, connection, lost storage. */
export class Environment {
  /** Time that has passed beyond the machine's own, in milliseconds. */
  elapsed = 0;
  hasMovedPageClock = false;
  /** How far the cloud's clock is ahead of `elapsed`. */
  private cloudClockSkew = 0;
  /** How far the pages' clock is behind it. */
  private pageClockLag = 0;
  private readonly deployment: Deployment;
  private readonly person: Person;
  private readonly networkIdle: NetworkIdle;
  private readonly errorPages: BrowserErrorPages;
  private readonly hasIdleTimeout: boolean;

  constructor(
    deployment: Deployment,
    person: Person,
    networkIdle: NetworkIdle,
    errorPages: BrowserErrorPages,
    plan: Plan,
  ) {
    this.deployment = deployment;
    this.person = person;
    this.networkIdle = networkIdle;
    this.errorPages = errorPages;
    this.hasIdleTimeout = plan.idleTimeoutMinutes !== undefined;
  }

  async apply(step: Step): Promise<void> {
    switch (step.do) {
      case 'open':
        await this.person.open(step.path);
        break;
      case 'wait':
        await this.advanceClocks(step.minutes * 60_000);
        // The idle timeout ends the session, and the draft with it.
        if (this.hasIdleTimeout) this.person.draft = undefined;
        break;
      case 'shift clock':
        this.cloudClockSkew = step.hours * HOUR_MS;
        this.setCloudClock();
        break;
      case 'set clock back':
        await this.setPageClockLag(step.hours * HOUR_MS);
        break;
      case 'fault':
      case 'loop':
      case 'control':
        await this.addFault(step);
        break;
      default:
        await this.person.do(step.do);
        await this.faultSteps[step.do as FaultStep]?.();
    }
  }

  private async addFault(step: Extract<Step, { do: 'fault' | 'loop' | 'control' }>): Promise<void> {
    const { faults } = this.deployment.cloud;
    if (step.do === 'control') {
      faults[step.control]();
    } else if (step.do === 'fault') {
      if (step.rule.fault.kind === 'hang') this.networkIdle.expectHangingRequest();
      faults.add(step.rule);
    } else {
      for (const rule of step.rules) faults.add(rule);
      await this.person.do('reload');
    }
  }

  /** Advances the clocks of pages and cloud together. */
  async advanceClocks(milliseconds: number): Promise<void> {
    this.elapsed += milliseconds;
    this.hasMovedPageClock = true;
    this.setCloudClock();
    await this.deployment.context.clock.fastForward(milliseconds);
  }

  /** Clears faults and goes online. The time that has passed stays passed. */
  async restore(): Promise<void> {
    await this.clearFaults();
    await this.setOnline(true);
  }

  private readonly faultSteps: Partial<Record<string, () => unknown>> = {
    'clear storage': () => {
      if (this.person.draft?.page === this.person.page) this.person.draft = undefined;
      return this.evaluateInApp(() => {
        sessionStorage.clear();
        localStorage.clear();
      });
    },
    'clear access tokens': () => this.evaluateInApp(clearAccessTokens),
    'clear faults': () => this.clearFaults(),
    'go offline': () => this.setOnline(false),
    'go online': () => this.setOnline(true),
  } satisfies Record<FaultStep, () => unknown>;

  private async setOnline(isOnline: boolean): Promise<void> {
    this.errorPages.isOffline = !isOnline;
    await this.deployment.context.setOffline(!isOnline);
  }

  private async clearFaults(): Promise<void> {
    this.deployment.cloud.faults.clear();
    this.cloudClockSkew = 0;
    this.setCloudClock();
    if (this.pageClockLag > 0) await this.setPageClockLag(0);
  }

  private async setPageClockLag(milliseconds: number): Promise<void> {
    this.pageClockLag = milliseconds;
    this.hasMovedPageClock = true;
    await this.deployment.context.clock.setSystemTime(Date.now() + this.elapsed - milliseconds);
  }

  private setCloudClock(): void {
    this.deployment.cloud.faults.shiftClock(this.elapsed + this.cloudClockSkew);
  }

  private async evaluateInApp(change: () => void): Promise<void> {
    if (!this.person.isInApp()) return;
    try {
      await this.person.page.evaluate(change);
    } catch (error) {
      // The page navigated away meanwhile, or was a popup that closed itself: then there is nothing to change.
      if (!/Execution context was destroyed|has been closed/.test((error as Error).message))
        throw error;
    }
  }
}
