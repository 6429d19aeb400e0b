import { expect, type Page } from '@playwright/test';
import { AuthorizeCount } from './authorize-count.ts';
import { Circumstances, type Place } from './circumstances.ts';
import { DeadEnd } from './dead-end.ts';
import { Person } from './person.ts';
import { inWords, PEOPLE, type Plan } from './plan.ts';
import { Quiet } from './quiet.ts';

const MAX_AUTHORIZE_REQUESTS = 3;
/** Once all is well again, a profile is this many ordinary steps away at most. */
const MAX_STEPS_HOME = 12;
const PAUSE_MS = 3_000;

/** One plan carried out. Throws what is wrong, with the steps so far. */
export class Sequence {
  private readonly place: Place;
  private readonly plan: Plan;
  private readonly person: Person;
  private readonly quiet: Quiet;
  private readonly authorize: AuthorizeCount;
  private readonly deadEnd: DeadEnd;
  private readonly report: string[] = [];
  private readonly circumstances: Circumstances;

  /** Whether the clock was moved: later pages of the context would find it so. */
  get hasMovedClock(): boolean {
    return this.circumstances.hasMovedClock;
  }

  constructor(place: Place, plan: Plan) {
    const { context, page, cloud, appUrl } = place;
    this.place = place;
    this.plan = plan;
    this.quiet = new Quiet(context);
    this.authorize = new AuthorizeCount(
      context,
      cloud.url,
      () => Date.now() + this.circumstances.passed,
    );
    this.deadEnd = new DeadEnd(context, appUrl);
    this.person = new Person(plan.person, page, appUrl, (tab, loads) => {
      this.authorize.acts(this.person.tabs.tabOf(tab));
      this.deadEnd.acts(tab, loads);
    });
    this.circumstances = new Circumstances(place, this.person, this.quiet, this.deadEnd, plan);
  }

  async run(): Promise<void> {
    try {
      await this.begin();
      for (const step of this.plan.steps) {
        this.report.push(inWords(step));
        await this.circumstances.befall(step);
        await this.check();
      }
      await this.end();
    } catch (error) {
      throw new Error(`${(error as Error).message}\n\n${this.told()}`, { cause: error });
    } finally {
      this.quiet.stop();
      this.authorize.stop();
      this.deadEnd.stop();
      this.person.tabs.stop();
    }
  }

  private told(): string {
    const { begin, person, cacheLocation, idleTimeoutMinutes } = this.plan;
    const idle = idleTimeoutMinutes ? `, signed out after ${idleTimeoutMinutes} idle minutes` : '';
    const first = `begins ${begin}, as ${person}, tokens in ${cacheLocation}${idle}`;
    const steps = [first, ...this.report];
    return steps.map((step, number) => `${String(number).padStart(3)}  ${step}`).join('\n');
  }

  private async begin(): Promise<void> {
    const { begin } = this.plan;
    await this.person.open(begin === 'on the landing page' ? '/' : '/profile?x=1#y');
    await this.check();
    if (begin === 'signed in') await this.reachProfile();
  }

  /** What must hold whatever has happened. */
  private async check(): Promise<void> {
    await this.quiet.come();
    for (const page of this.place.context.pages()) {
      expect(this.deadEnd.isAt(page), 'the app led to the browser’s error page').toBe(false);
      await expect
        .poll(() => this.isBlank(page), { message: `nothing is in main of ${page.url()}` })
        .toBe(false);
      await this.checkOnePerson(page);
    }
    expect(this.place.watch.problems.filter(isOurs), 'problems seen by the watch').toEqual([]);
    expect(this.authorize.most, 'authorize requests of the app’s own').toBeLessThanOrEqual(
      MAX_AUTHORIZE_REQUESTS,
    );
  }

  private async isBlank(page: Page): Promise<boolean> {
    if (page.isClosed() || !this.person.isInApp(page)) return false;
    const main = page.getByRole('main').first();
    const text = (await look(() => main.allInnerTexts(), ['leaving'])).join('');
    return text.trim() === '' && this.person.isInApp(page);
  }

  /** Header and page are of one person: nothing of another is left on it. */
  private async checkOnePerson(page: Page): Promise<void> {
    // Asked of the page at one moment: Entra ID's page may come next, and it has everybody on it.
    const see = () => [window.location.href, document.body.innerText] as const;
    const [href, text] = await look(() => page.evaluate(see), ['', ''] as const);
    if (!this.person.isInApp({ url: () => href })) return;
    const named = PEOPLE.filter((name) => text.includes(name));
    expect(named.length, `people on one page: ${named.join(', ')}`).toBeLessThanOrEqual(1);
  }

  /** All is well again: the profile is a few ordinary steps away, and what was typed is there. */
  private async end(): Promise<void> {
    this.report.push('all is well again');
    await this.circumstances.mend();
    await this.check();
    await this.reachProfile();
    await this.checkHistory();
    const { draft, page } = this.person;
    if (draft?.page !== page) return;
    await expect(page.getByLabel('What should be corrected?'), 'the draft').toHaveValue(draft.text);
  }

  /** S14: no answer of Entra ID is left behind, but where the app that takes it up could not be loaded. */
  private async checkHistory(): Promise<void> {
    if (this.plan.steps.some((step) => step.do === 'go offline')) return;
    const session = await this.place.context.newCDPSession(this.person.page);
    const { entries } = await session.send('Page.getNavigationHistory');
    await session.detach();
    const answers = entries.filter(({ url }) => /#(?=.*\bcode=)(?=.*\bstate=)/.test(url));
    expect(answers, 'answers left in the history').toEqual([]);
  }

  private async reachProfile(): Promise<void> {
    for (let step = 0; step <= MAX_STEPS_HOME; step += 1) {
      // A window may have opened, or gone.
      const { page } = this.person;
      const shown = () => page.getByRole('main').getByRole('heading', { level: 2 });
      const dialog = page.getByRole('alertdialog');
      const names = await look(() => shown().allInnerTexts(), []);
      const person = names.find((name) => this.person.picked.has(name));
      if (person && !(await look(() => dialog.isVisible(), true))) {
        await expect(page.getByRole('button', { name: `Account of ${person}` })).toBeVisible();
        return;
      }
      // The app asks a busy service again after a pause; nobody does anything meanwhile.
      const loading = page.getByRole('main').getByText('Loading your profile');
      if (await look(() => loading.isVisible(), false)) await this.circumstances.letPass(PAUSE_MS);
      this.report.push(`goes on, at ${page.url().split(/[?#]/)[0] ?? ''}`);
      await this.person.do('go on');
      await this.check();
    }
    throw new Error(`${MAX_STEPS_HOME} ordinary steps did not lead to the profile`);
  }
}

/** Playwright looks at no page that is about to leave: after this long it is passed over. */
const LOOK_MS = 2_000;

/**
 * A page that goes away while somebody looks at it is looked at again. One that waits for the answer of
 * another is passed over: that its `main` is not empty, the watch sees to.
 *
 * @param instead what is taken for a page that cannot be looked at
 */
async function look<T>(at: () => Promise<T>, instead: T): Promise<T> {
  const { promise: tooLong, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(() => {
    resolve(instead);
  }, LOOK_MS);
  try {
    return await Promise.race([untilItStays(at, instead), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

async function untilItStays<T>(at: () => Promise<T>, instead: T): Promise<T> {
  for (;;) {
    try {
      return await at();
    } catch (error) {
      const { message } = error as Error;
      // A window closes itself once it has the answer.
      if (message.includes('has been closed')) return instead;
      if (!message.includes('Execution context was destroyed')) throw error;
    }
  }
}

/** Network errors are logged by the browser itself: they are what the faults are about. */
const isOurs = (problem: string): boolean =>
  !/^console: (Failed to load resource|Access to .* has been blocked by CORS policy)/.test(problem);
