import type { Locator, Page } from '@playwright/test';
import { forgetAccessTokens } from '../fixtures/forget-access-tokens.ts';
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

  /** The photo on the profile card, which is decoration and so has no name. */
  photo(): Locator {
    return this.page.getByRole('main').getByRole('presentation', { includeHidden: true });
  }

  problem(): Locator {
    return this.page.getByRole('alert');
  }

  signInLink(): Locator {
    return this.page.getByRole('main').getByRole('link', { name: 'Sign in' });
  }

  signOutButton(): Locator {
    return this.page.getByRole('button', { name: 'Sign out' });
  }

  /** Opens the menu of the account that the app acts for. */
  menu(name: string): Locator {
    return this.page.getByRole('button', { name: `Account of ${name}` });
  }

  /** Signs in with a further account by way of the menu of the one in use. */
  async addAccount(inUse: string, name: string): Promise<void> {
    await this.menu(inUse).click();
    await this.page.getByRole('button', { name: 'Use another account' }).click();
    await new LocalCloudPages(this.page).signInForTheFirstTime(name);
    await this.person(name).waitFor();
  }

  /** In the menu of the account in use, which has to be open. */
  switchTo(name: string): Locator {
    return this.page.getByRole('button', { name: `Switch to ${name}` });
  }

  async switchAccount(inUse: string, name: string): Promise<void> {
    await this.menu(inUse).click();
    await this.switchTo(name).click();
  }

  /** The text of a correction to the profile. */
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

  /** A link where the app runs, a button where it could not be loaded. */
  loadAgain(): Locator {
    const name = 'Load the page again';
    return this.page.getByRole('link', { name }).or(this.page.getByRole('button', { name }));
  }

  /** Comes back to the profile an hour later: the access token has run out, and what comes is the cloud's matter. */
  async openProfileAnew(): Promise<void> {
    await this.page.evaluate(forgetAccessTokens);
    await this.page.reload();
  }

  /** From nothing to the profile of a person who has never signed in before. */
  async signIn(name = 'Adele Vance', path = '/profile'): Promise<void> {
    await this.page.goto(path);
    await new LocalCloudPages(this.page).signInForTheFirstTime(name);
    await this.person(name).waitFor();
  }
}
