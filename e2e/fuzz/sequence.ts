import { expect, type Page } from '@playwright/test';
import { AuthorizeCount } from './authorize-count.ts';
import { BrowserErrorPages } from './browser-error-pages.ts';
import { type Deployment, Environment } from './environment.ts';
import { NetworkIdle } from './network-idle.ts';
import { Person } from './person.ts';
import { describeStep, PEOPLE, type Plan } from './plan.ts';
import { read } from './read.ts';

const MAX_AUTHORIZE_REQUESTS = 3;
/** Ordinary steps that may be needed to reach a profile once the faults are cleared. */
const MAX_STEPS_TO_PROFILE = 12;
const PAUSE_MS = 3_000;

/** Carries out a plan. Throws the first broken rule, with the steps so far. */
export class Sequence {
  private readonly deployment: Deployment;
  private readonly plan: Plan;
  private readonly person: Person;
  private readonly networkIdle: NetworkIdle;
  private readonly authorize: AuthorizeCount;
  private readonly errorPages: BrowserErrorPages;
  private readonly report: string[] = [];
  private readonly environment: Environment;

  /** Whether the pages' clock was moved, which lasts for the browser context. */
  get hasMovedPageClock(): boolean {
    return this.environment.hasMovedPageClock;
  }

  constructor(deployment: Deployment, plan: Plan) {
    const { context, page, cloud, appUrl } = deployment;
    this.deployment = deployment;
    this.plan = plan;
    this.networkIdle = new NetworkIdle(context);
    this.authorize = new AuthorizeCount(
      context,
      cloud.url,
      () => Date.now() + this.environment.elapsed,
    );
    this.errorPages = new BrowserErrorPages(context, appUrl);
    this.person = new Person(plan.person, page, appUrl, (tab, loadsPage) => {
      this.authorize.onUserAction(this.person.tabs.tabOf(tab));
      this.errorPages.onUserAction(tab, loadsPage);
    });
    this.environment = new Environment(
      deployment,
      this.person,
      this.networkIdle,
      this.errorPages,
      plan,
    );
  }

  async run(): Promise<void> {
    try {
      await this.start();
      for (const step of this.plan.steps) {
        this.report.push(describeStep(step));
        await this.environment.apply(step);
        await this.check();
      }
      await this.end();
    } catch (error) {
      throw new Error(`${(error as Error).message}\n\n${this.describeSteps()}`, { cause: error });
    } finally {
      this.networkIdle.stop();
      this.authorize.stop();
      this.errorPages.stop();
      this.person.tabs.stop();
    }
  }

  private describeSteps(): string {
    const { begin, person, cacheLocation, idleTimeoutMinutes } = this.plan;
    const idle = idleTimeoutMinutes ? `, signed out after ${idleTimeoutMinutes} idle minutes` : '';
    const first = `begins ${begin}, as ${person}, tokens in ${cacheLocation}${idle}`;
    const steps = [first, ...this.report];
    return steps.map((step, number) => `${String(number).padStart(3)}  ${step}`).join('\n');
  }

  private async start(): Promise<void> {
    const { begin } = this.plan;
    await this.person.open(begin === 'on the landing page' ? '/' : '/profile?x=1#y');
    await this.check();
    if (begin === 'signed in') await this.reachProfile();
  }

  /** Checks the rules that hold after every step. */
  private async check(): Promise<void> {
    await this.networkIdle.wait();
    for (const page of this.deployment.context.pages()) {
      expect(this.errorPages.has(page), 'the app led to the browser’s error page').toBe(false);
      await expect
        .poll(() => this.isBlank(page), { message: `nothing is in main of ${page.url()}` })
        .toBe(false);
      await this.checkOnePerson(page);
    }
    expect(
      this.deployment.watch.problems.filter(isAppProblem),
      'problems seen by the watch',
    ).toEqual([]);
    expect(this.authorize.maxPerMinute, 'automatic authorize requests').toBeLessThanOrEqual(
      MAX_AUTHORIZE_REQUESTS,
    );
  }

  private async isBlank(page: Page): Promise<boolean> {
    if (page.isClosed() || !this.person.isInApp(page)) return false;
    const main = page.getByRole('main').first();
    const text = (await read(() => main.allInnerTexts(), ['leaving'])).join('');
    return text.trim() === '' && this.person.isInApp(page);
  }

  /** Checks that header and page show one person only. */
  private async checkOnePerson(page: Page): Promise<void> {
    // Address and text in one call: the next page may be Entra ID's, which names everybody.
    const readPage = () => [window.location.href, document.body.innerText] as const;
    const [href, text] = await read(() => page.evaluate(readPage), ['', ''] as const);
    if (!this.person.isInApp({ url: () => href })) return;
    const named = PEOPLE.filter((name) => text.includes(name));
    expect(named.length, `people on one page: ${named.join(', ')}`).toBeLessThanOrEqual(1);
  }

  /** Clears the faults and checks that the profile is reached, with the draft still there. */
  private async end(): Promise<void> {
    this.report.push('faults cleared');
    await this.environment.restore();
    await this.check();
    const profile = await this.reachProfile();
    await this.checkHistory(profile);
    const { draft, page } = this.person;
    if (draft?.page !== page) return;
    await expect(page.getByLabel('What should be corrected?'), 'the draft').toHaveValue(draft.text);
  }

  /** S14: no authorization response is left in the history, unless the app could not load to handle it. */
  private async checkHistory(page: Page): Promise<void> {
    if (this.plan.steps.some((step) => step.do === 'go offline')) return;
    const session = await this.deployment.context.newCDPSession(page);
    const { entries } = await session.send('Page.getNavigationHistory');
    await session.detach();
    const responses = entries.filter(({ url }) => /#(?=.*\bcode=)(?=.*\bstate=)/.test(url));
    expect(responses, 'authorization responses in the history').toEqual([]);
  }

  /** Returns the page that shows it. */
  private async reachProfile(): Promise<Page> {
    for (let step = 0; step <= MAX_STEPS_TO_PROFILE; step += 1) {
      // A popup may have opened or closed.
      const { page } = this.person;
      const shown = () => page.getByRole('main').getByRole('heading', { level: 2 });
      const dialog = page.getByRole('alertdialog');
      const names = await read(() => shown().allInnerTexts(), []);
      const person = names.find((name) => this.person.picked.has(name));
      if (person && !(await read(() => dialog.isVisible(), true))) {
        await expect(page.getByRole('button', { name: `Account of ${person}` })).toBeVisible();
        return page;
      }
      // The app retries a busy service after a pause; the person waits.
      const loading = page.getByRole('main').getByText('Loading your profile');
      if (await read(() => loading.isVisible(), false))
        await this.environment.advanceClocks(PAUSE_MS);
      this.report.push(`goes on, at ${page.url().split(/[?#]/)[0] ?? ''}`);
      await this.person.do('go on');
      await this.check();
    }
    throw new Error(`${MAX_STEPS_TO_PROFILE} ordinary steps did not lead to the profile`);
  }
}

/** The browser itself logs network errors, which the faults cause. */
const isAppProblem = (problem: string): boolean =>
  !/^console: (Failed to load resource|Access to .* has been blocked by CORS policy)/.test(problem);
