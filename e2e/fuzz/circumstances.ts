import type { BrowserContext, Page } from '@playwright/test';
import type { LocalCloud } from '../../emulator/index.ts';
import { forgetAccessTokens } from '../fixtures/forget-access-tokens.ts';
import type { Watch } from '../fixtures/watch.ts';
import type { DeadEnd } from './dead-end.ts';
import type { Person } from './person.ts';
import type { Accident, Plan, Step } from './plan.ts';
import type { Quiet } from './quiet.ts';

const HOUR_MS = 3_600_000;

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
  /** How much time has passed beside the machine's, in milliseconds. */
  passed = 0;
  /** Whether the pages' clock has been moved at all. */
  hasMovedClock = false;
  /** By how much the cloud's clock is ahead of what has passed. */
  private skew = 0;
  /** By how much the pages' clock is behind it. */
  private late = 0;
  private readonly place: Place;
  private readonly person: Person;
  private readonly quiet: Quiet;
  private readonly deadEnd: DeadEnd;
  /** Whether the app signs out whoever does nothing. */
  private readonly idles: boolean;

  constructor(place: Place, person: Person, quiet: Quiet, deadEnd: DeadEnd, plan: Plan) {
    this.place = place;
    this.person = person;
    this.quiet = quiet;
    this.deadEnd = deadEnd;
    this.idles = plan.idleTimeoutMinutes !== undefined;
  }

  async befall(step: Step): Promise<void> {
    switch (step.do) {
      case 'open':
        await this.person.open(step.path);
        break;
      case 'wait':
        await this.letPass(step.minutes * 60_000);
        // Nobody there for too long: the draft has gone with the session.
        if (this.idles) this.person.draft = undefined;
        break;
      case 'shift clock':
        this.skew = step.hours * HOUR_MS;
        this.setCloudClock();
        break;
      case 'set clock back':
        await this.setLate(step.hours * HOUR_MS);
        break;
      case 'fault':
      case 'circle':
      case 'pull':
        await this.goWrong(step);
        break;
      default:
        await this.person.do(step.do);
        await this.accidents[step.do as Accident]?.();
    }
  }

  private async goWrong(step: Extract<Step, { do: 'fault' | 'circle' | 'pull' }>): Promise<void> {
    const { faults } = this.place.cloud;
    if (step.do === 'pull') {
      faults[step.lever]();
    } else if (step.do === 'fault') {
      if (step.rule.fault.kind === 'hang') this.quiet.expectHanging();
      faults.add(step.rule);
    } else {
      for (const rule of step.rules) faults.add(rule);
      await this.person.do('reload');
    }
  }

  /** Time passes, for the pages and the cloud. */
  async letPass(milliseconds: number): Promise<void> {
    this.passed += milliseconds;
    this.hasMovedClock = true;
    this.setCloudClock();
    await this.place.context.clock.fastForward(milliseconds);
  }

  /** All is well again; what time has passed stays passed. */
  async mend(): Promise<void> {
    await this.liftFaults();
    await this.connect(true);
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
    'lift faults': () => this.liftFaults(),
    'go offline': () => this.connect(false),
    'go online': () => this.connect(true),
  } satisfies Record<Accident, () => unknown>;

  private async connect(isOnline: boolean): Promise<void> {
    this.deadEnd.isOffline = !isOnline;
    await this.place.context.setOffline(!isOnline);
  }

  private async liftFaults(): Promise<void> {
    this.place.cloud.faults.clear();
    this.skew = 0;
    this.setCloudClock();
    if (this.late > 0) await this.setLate(0);
  }

  private async setLate(milliseconds: number): Promise<void> {
    this.late = milliseconds;
    this.hasMovedClock = true;
    await this.place.context.clock.setSystemTime(Date.now() + this.passed - milliseconds);
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
