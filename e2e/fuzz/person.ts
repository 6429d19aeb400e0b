import { errors, type Locator, type Page } from '@playwright/test';
import { AppPages } from '../pages/app-pages.ts';
import { LocalCloudPages } from '../pages/local-cloud-pages.ts';
import { type Accident, type Gesture, PEOPLE } from './plan.ts';
import { Tabs } from './tabs.ts';

/** After these, a page is loaded because the person wants it to be. */
const LOADS = new Set<Gesture | Accident>(['reload', 'back', 'forward']);

/** Nothing a person reaches for is waited for longer: what is not there yet they do not click. */
const PATIENCE_MS = 1_500;

export interface Draft {
  readonly page: Page;
  readonly text: string;
}

/** Somebody with a browser: what they do in it, whatever it shows. */
export class Person {
  /** Who they say they are when Entra ID asks. */
  private name: string;
  /** Everybody they have said they are. */
  readonly picked: Set<string>;
  private readonly appUrl: string;
  readonly tabs: Tabs;
  /** Told before each thing the person does in a tab, and whether it is to load a page. */
  private readonly acts: (page: Page, loads: boolean) => void;
  private drafts = 0;
  /** What was typed last and must not get lost. */
  draft: Draft | undefined;

  constructor(name: string, page: Page, appUrl: string, acts: Person['acts']) {
    this.name = name;
    this.picked = new Set([name]);
    this.tabs = new Tabs(page);
    this.appUrl = appUrl;
    this.acts = acts;
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
    this.acts(this.page, true);
    await attempt(this.page.goto(this.appUrl + path, { waitUntil: 'commit', timeout: 3_000 }));
  }

  /** Does what the page in front asks for, as somebody does who wants to see their profile. */
  async goOn(): Promise<void> {
    const { page } = this;
    if (page.url().startsWith('chrome-error:')) return this.do('reload');
    this.acts(page, await this.loadAgain().isVisible());
    if (!this.isInApp()) return this.goOnAtEntra();
    const dialog = page.getByRole('alertdialog').getByRole('button').first();
    if (await dialog.isVisible()) return this.click(dialog);
    const main = page.getByRole('main');
    const way = main.getByRole('button', {
      name: /^(Try again|Sign in again|Load the page again)/,
    });
    const link = main.getByRole('link', {
      name: /^(Try again|Sign in|Open your profile|Go to the start|Load the page again|start page)/,
    });
    await this.click(way.or(link).first());
  }

  private loadAgain(): Locator {
    return new AppPages(this.page).loadAgain();
  }

  private async goOnAtEntra(): Promise<void> {
    const { page } = this;
    const answer = page.getByRole('button', {
      name: new RegExp(`^(Next|Accept|Approve|Yes)$|^(?!Sign out).*${this.name}`),
    });
    const way = answer.or(page.getByRole('link', { name: 'Back to the app' })).first();
    if (await way.isVisible()) await this.click(way);
    else await this.open('/');
  }

  async do(gesture: Gesture | Accident): Promise<void> {
    const { page } = this;
    const app = new AppPages(page);
    const gestures: Partial<Record<Gesture | Accident, () => Promise<unknown>>> = {
      'go on': () => this.goOn(),
      reload: () => attempt(page.reload({ waitUntil: 'commit', timeout: 3_000 })),
      back: () => attempt(page.goBack({ waitUntil: 'commit', timeout: 3_000 })),
      forward: () => attempt(page.goForward({ waitUntil: 'commit', timeout: 3_000 })),
      'sign in': () => this.click(page.getByRole('link', { name: 'Sign in' }).first()),
      'sign out': () => this.signOut(app.signOutButton()),
      'pick another': () => this.pickAnother(),
      decline: () => this.click(page.getByRole('button', { name: 'Cancel' })),
      'double click': () => attempt(app.signInLink().dblclick({ timeout: PATIENCE_MS })),
      home: () => this.click(page.getByRole('link', { name: 'Home', exact: true })),
      profile: () => this.click(page.getByRole('link', { name: 'Profile', exact: true })),
      'add account': () => this.chooseInMenu('Use another account'),
      'switch account': () => this.chooseInMenu(/^Switch to/),
      'open tab': () => this.openTab('/profile'),
      'next tab': () => this.tabs.turn(),
      'close tab': () => this.tabs.closeFront(),
      'close window': () => this.tabs.closeWindow(),
      'type a draft': () => this.typeDraft(),
    };
    const act = gestures[gesture];
    if (!act) return;
    this.acts(page, LOADS.has(gesture));
    await attempt(act());
  }

  private async pickAnother(): Promise<void> {
    const { page } = this;
    if (!(await new LocalCloudPages(page).pickHeading().isVisible())) return;
    this.name = PEOPLE[(PEOPLE.findIndex((name) => name === this.name) + 1) % PEOPLE.length] ?? '';
    this.picked.add(this.name);
    await this.goOn();
  }

  private async signOut(button: Locator): Promise<void> {
    this.draft = undefined;
    await this.click(button);
  }

  private async chooseInMenu(item: string | RegExp): Promise<void> {
    const { page } = this;
    await this.click(page.getByRole('button', { name: /^Account of/ }));
    await this.click(page.getByRole('button', { name: item }).first());
    await attempt(page.keyboard.press('Escape'));
  }

  private async typeDraft(): Promise<void> {
    const { page } = this;
    if (!(await page.getByText('Something wrong here?').isVisible())) return;
    const field = page.getByLabel('What should be corrected?');
    if (!(await field.isVisible())) await this.click(page.getByText('Something wrong here?'));
    if (!(await field.isVisible())) return;
    const text = `Draft ${String((this.drafts += 1))}`;
    await attempt(field.fill(text, { timeout: PATIENCE_MS }));
    this.draft = { page, text };
  }

  private async click(target: Locator): Promise<void> {
    if (await target.isVisible()) await attempt(target.click({ timeout: PATIENCE_MS }));
  }
}

/** What a person tries may come to nothing: the network, a page that went away, a dialog in front. */
async function attempt(gesture: Promise<unknown>): Promise<void> {
  try {
    await gesture;
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
