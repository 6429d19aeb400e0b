import type { Locator, Page } from '@playwright/test';
import { clearAccessTokens } from '../fixtures/clear-access-tokens.ts';
import { LocalCloudPages } from './local-cloud-pages.ts';

/** The app's pages, as a person uses them. */
export class AppPages {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The heading of the profile card: the person's display name. */
  person(name: string): Locator {
    return this.page.getByRole('main').getByRole('heading', { name, exact: true });
  }

  /** The photo on the profile card, which is decorative and has no name. */
  photo(): Locator {
    return this.page.getByRole('main').getByRole('presentation', { includeHidden: true });
  }

  /** The part of the page that says what went wrong. Only its title is announced. */
  problem(): Locator {
    return this.page.getByRole('main').filter({ has: this.page.getByRole('alert') });
  }

  signInLink(): Locator {
    return this.page.getByRole('main').getByRole('link', { name: 'Sign in' });
  }

  /** In the account menu, which has to be open. */
  signOutButton(): Locator {
    return this.page.getByRole('button', { name: 'Sign out', exact: true });
  }

  async signOut(): Promise<void> {
    await this.account().click();
    await this.signOutButton().click();
  }

  /** The button of the account menu, whoever is signed in. */
  account(): Locator {
    return this.page.getByRole('button', { name: /^Account of / });
  }

  /** The button of the active account's menu. */
  menu(name: string): Locator {
    return this.page.getByRole('button', { name: `Account of ${name}` });
  }

  /** Signs in with a second account through the active account's menu. */
  async addAccount(active: string, name: string): Promise<void> {
    await this.menu(active).click();
    await this.page.getByRole('button', { name: 'Use another account' }).click();
    await new LocalCloudPages(this.page).signInForTheFirstTime(name);
    await this.person(name).waitFor();
  }

  /** The menu has to be open. */
  switchTo(name: string): Locator {
    return this.page.getByRole('button', { name: `Switch to ${name}` });
  }

  async switchAccount(active: string, name: string): Promise<void> {
    await this.menu(active).click();
    await this.switchTo(name).click();
  }

  /** The text field of the correction form. */
  draft(): Locator {
    return this.page.getByLabel('What should be corrected?');
  }

  async writeDraft(text: string): Promise<void> {
    await this.page.getByText('Something wrong here?').click();
    await this.draft().fill(text);
  }

  tryAgain(): Locator {
    return this.page.getByRole('link', { name: 'Try again' });
  }

  /** A link while the app runs, a button if it could not be loaded. */
  loadAgain(): Locator {
    const name = 'Load the page again';
    return this.page.getByRole('link', { name }).or(this.page.getByRole('button', { name }));
  }

  /** Opens a page by its link, and allows what it asks for. */
  async openAndAllow(page: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: page, exact: true })
      .click();
    await this.page.getByRole('button', { name: 'Allow access' }).click();
    await new LocalCloudPages(this.page).accept();
  }

  /** Reloads the page as it is an hour later, without an access token. */
  async reopenProfile(): Promise<void> {
    await this.page.evaluate(clearAccessTokens);
    await this.page.reload();
  }

  /** Signs in a person for the first time and waits for the profile. */
  async signIn(name = 'Adele Vance', path = '/profile'): Promise<void> {
    await this.page.goto(path);
    await new LocalCloudPages(this.page).signInForTheFirstTime(name);
    await this.person(name).waitFor();
  }
}
