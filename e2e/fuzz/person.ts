import { errors, type Locator, type Page } from '@playwright/test';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';
import { type FaultStep, type UserAction, PEOPLE } from './plan.ts';
import { read } from './read.ts';
import { Tabs } from './tabs.ts';

/** Actions by which the user loads a page. */
const PAGE_LOADS = new Set<UserAction | FaultStep>(['reload', 'back', 'forward']);

/** A person does not click what takes longer to appear. */
const ACTION_TIMEOUT_MS = 1_500;

export interface Draft {
  readonly page: Page;
  readonly text: string;
}

/** Performs user actions, whatever the browser shows. */
export class Person {
  /** The account they pick at Entra ID. */
  private name: string;
  /** Every account they have picked so far. */
  readonly picked: Set<string>;
  private readonly appUrl: string;
  readonly tabs: Tabs;
  /** Called before each action in a tab. */
  private readonly onAction: (page: Page, loadsPage: boolean) => void;
  private drafts = 0;
  /** The text typed last, which must not get lost. */
  draft: Draft | undefined;

  constructor(name: string, page: Page, appUrl: string, onAction: Person['onAction']) {
    this.name = name;
    this.picked = new Set([name]);
    this.tabs = new Tabs(page);
    this.appUrl = appUrl;
    this.onAction = onAction;
  }

  /** The tab in front. */
  get page(): Page {
    return this.tabs.front;
  }

  isInApp(page: Pick<Page, 'url'> = this.page): boolean {
    return page.url().startsWith(`${this.appUrl}/`);
  }

  async openTab(path: string): Promise<void> {
    await this.tabs.add();
    await this.open(path);
  }

  async open(path: string): Promise<void> {
    this.onAction(this.page, true);
    await attempt(this.page.goto(this.appUrl + path, { waitUntil: 'commit', timeout: 3_000 }));
  }

  /** Takes the step that the front page offers towards the profile. */
  async goOn(): Promise<void> {
    const { page } = this;
    if (page.url().startsWith('chrome-error:')) return this.do('reload');
    this.onAction(page, await sees(this.loadAgain()));
    if (!this.isInApp()) return this.goOnAtEntra();
    const dialog = page.getByRole('alertdialog').getByRole('button').first();
    if (await sees(dialog)) return this.click(dialog);
    const main = page.getByRole('main');
    // The bridge page has a link before its script, which may close the page, has run.
    await attempt(
      main.getByText('One moment…').waitFor({ state: 'hidden', timeout: ACTION_TIMEOUT_MS }),
    );
    const button = main.getByRole('button', {
      name: /^(Try again|Sign in again|Load the page again)/,
    });
    const link = main.getByRole('link', {
      name: /^(Try again|Sign in|Open your profile|Go to the start|Load the page again|start page)/,
    });
    await this.click(button.or(link).first());
  }

  private loadAgain(): Locator {
    return new AppPages(this.page).loadAgain();
  }

  private async goOnAtEntra(): Promise<void> {
    const { page } = this;
    const choice = page.getByRole('button', {
      name: new RegExp(`^(Next|Accept|Approve|Yes)$|^(?!Sign out).*${this.name}`),
    });
    const next = choice.or(page.getByRole('link', { name: 'Back to the app' })).first();
    if (await sees(next)) await this.click(next);
    else await this.open('/');
  }

  async do(action: UserAction | FaultStep): Promise<void> {
    const { page } = this;
    const app = new AppPages(page);
    const actions: Partial<Record<UserAction | FaultStep, () => Promise<unknown>>> = {
      'go on': () => this.goOn(),
      reload: () => attempt(page.reload({ waitUntil: 'commit', timeout: 3_000 })),
      back: () => attempt(page.goBack({ waitUntil: 'commit', timeout: 3_000 })),
      forward: () => attempt(page.goForward({ waitUntil: 'commit', timeout: 3_000 })),
      'sign in': () => this.click(page.getByRole('link', { name: 'Sign in' }).first()),
      'sign out': () => this.signOut(),
      'pick another': () => this.pickAnother(),
      decline: () => this.click(page.getByRole('button', { name: 'Cancel' })),
      'double click': () => attempt(app.signInLink().dblclick({ timeout: ACTION_TIMEOUT_MS })),
      home: () => this.click(this.link('Home')),
      profile: () => this.click(this.link('Profile')),
      'add account': () => this.chooseInMenu('Use another account'),
      'switch account': () => this.chooseInMenu(/^Switch to/),
      'open tab': () => this.openTab('/profile'),
      'next tab': () => this.tabs.showNext(),
      'close tab': () => this.tabs.closeFront(),
      'close popup': () => this.tabs.closePopup(),
      'type a draft': () => this.typeDraft(),
    };
    const act = actions[action];
    if (!act) return;
    this.onAction(page, PAGE_LOADS.has(action));
    await attempt(act());
  }

  private link(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name });
  }

  private async pickAnother(): Promise<void> {
    const { page } = this;
    if (!(await sees(new LocalCloudPages(page).pickHeading()))) return;
    this.name = PEOPLE[(PEOPLE.findIndex((name) => name === this.name) + 1) % PEOPLE.length] ?? '';
    this.picked.add(this.name);
    await this.goOn();
  }

  private async signOut(): Promise<void> {
    this.draft = undefined;
    await this.chooseInMenu(/^Sign out$/);
  }

  private async chooseInMenu(item: string | RegExp): Promise<void> {
    const { page } = this;
    await this.click(page.getByRole('button', { name: /^Account of/ }));
    await this.click(page.getByRole('button', { name: item }).first());
    await attempt(page.keyboard.press('Escape'));
  }

  private async typeDraft(): Promise<void> {
    const { page } = this;
    if (!(await sees(page.getByText('Something wrong here?')))) return;
    const field = page.getByLabel('What should be corrected?');
    if (!(await sees(field))) await this.click(page.getByText('Something wrong here?'));
    if (!(await sees(field))) return;
    const text = `Draft ${String((this.drafts += 1))}`;
    await attempt(field.fill(text, { timeout: ACTION_TIMEOUT_MS }));
    this.draft = { page, text };
  }

  private async click(target: Locator): Promise<void> {
    if (await sees(target)) await attempt(target.click({ timeout: ACTION_TIMEOUT_MS }));
  }
}

/** Whether a person sees it. In a new tab whose first page never comes, Playwright would wait for that page. */
const sees = (target: Locator): Promise<boolean> => read(() => target.isVisible(), false);

/** Ignores an action that fails because of the network, a page that went away, or a dialog in front. */
async function attempt(action: Promise<unknown>): Promise<void> {
  try {
    await action;
  } catch (error) {
    const { message } = error as Error;
    if (
      error instanceof errors.TimeoutError ||
      /net::|interrupted|detached|Not attached|has been closed/.test(message)
    )
      return;
    throw error;
  }
}
