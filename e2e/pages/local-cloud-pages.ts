import type { Locator, Page } from '@playwright/test';

/** The local cloud's own pages, as a person uses them. */
export class LocalCloudPages {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  pickHeading(): Locator {
    return this.page.getByRole('heading', { name: 'Pick an account' });
  }

  consentHeading(): Locator {
    return this.page.getByRole('heading', { name: 'Permissions requested' });
  }

  /** Picks a person and consents. */
  async signInForTheFirstTime(name: string): Promise<void> {
    await this.pick(name);
    await this.accept();
  }

  /** Waits for the page first: the app also has a button that names the person. */
  async pick(name: string): Promise<void> {
    await this.pickHeading().waitFor();
    await this.page.getByRole('button', { name }).click();
  }

  /** Signs in with the name that the app sent as login hint. */
  async confirmName(): Promise<void> {
    await this.page.getByRole('button', { name: 'Next' }).click();
  }

  async accept(): Promise<void> {
    await this.page.getByRole('button', { name: 'Accept' }).click();
  }

  /** Completes a step-up. */
  approveButton(): Locator {
    return this.page.getByRole('button', { name: 'Approve' });
  }

  async decline(): Promise<void> {
    await this.page.getByRole('button', { name: 'Cancel' }).click();
  }
}
