import type { BrowserContext, Page } from '@playwright/test';
import type { LocalCloud } from '../../emulator/index.ts';
import { forgetAccessTokens } from '../fixtures/forget-access-tokens.ts';
import type { Watch } from '../fixtures/watch.ts';
import type { Person } from './person.ts';
import type { Accident, Step } from './plan.ts';
import type { Quiet } from './quiet.ts';

/** What a sequence happens in. */
export interface Place {
  readonly context: BrowserContext;
  /** The person's first tab. */
  readonly page: Page;
  readonly cloud: LocalCloud;
  readonly appUrl: string;
  readonly watch: Watch;
}

/** Everything that happens to a person rather than by them: faults, clocks, connections, lost storage. */
export class Circumstances {
  /** By how much the pages' clock is ahead of the machine's, in milliseconds. */
  passed = 0;
  /** By how much the cloud's clock is ahead of the pages'. */
  private skew = 0;
  private readonly place: Place;
  private readonly person: Person;
  private readonly quiet: Quiet;

  constructor(place: Place, person: Person, quiet: Quiet) {
    this.place = place;
    this.person = person;
    this.quiet = quiet;
  }

  async befall(step: Step): Promise<void> {
    const { faults } = this.place.cloud;
    switch (step.do) {
      case 'open':
        await this.person.open(step.path);
        break;
      case 'wait':
        await this.letPass(step.minutes * 60_000);
        break;
      case 'fault':
        if (step.rule.fault.kind === 'hang') this.quiet.expectHanging();
        faults.add(step.rule);
        break;
      case 'circle':
        for (const rule of step.rules) faults.add(rule);
        await this.person.do('reload');
        break;
      case 'pull':
        faults[step.lever]();
        break;
      case 'shift clock':
        this.skew = step.hours * 3_600_000;
        this.setCloudClock();
        break;
      default:
        await this.person.do(step.do);
        await this.accidents[step.do as Accident]?.();
    }
  }

  /** Time passes, for the pages and the cloud. */
  async letPass(milliseconds: number): Promise<void> {
    this.passed += milliseconds;
    this.setCloudClock();
    await this.place.context.clock.fastForward(milliseconds);
  }

  /** All is well again; what time has passed stays passed. */
  async mend(): Promise<void> {
    this.liftFaults();
    await this.place.context.setOffline(false);
  }

  private readonly accidents: Partial<Record<string, () => unknown>> = {
    'clear storage': () => {
      if (this.person.draft?.page === this.person.page) this.person.draft = undefined;
      return this.inApp(() => {
        sessionStorage.clear();
        localStorage.clear();
      });
    },
    'forget access tokens': () => this.inApp(forgetAccessTokens),
    'lift faults': () => {
      this.liftFaults();
    },
    'go offline': () => this.place.context.setOffline(true),
    'go online': () => this.place.context.setOffline(false),
  } satisfies Record<Accident, () => unknown>;

  private liftFaults(): void {
    this.place.cloud.faults.clear();
    this.skew = 0;
    this.setCloudClock();
  }

  private setCloudClock(): void {
    this.place.cloud.faults.shiftClock(this.passed + this.skew);
  }

  private async inApp(change: () => void): Promise<void> {
    if (!this.person.isInApp()) return;
    try {
      await this.person.page.evaluate(change);
    } catch (error) {
      // The page went away meanwhile: then it happens to nobody.
      if (!(error as Error).message.includes('Execution context was destroyed')) throw error;
    }
  }
}
