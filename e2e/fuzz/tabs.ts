import type { BrowserContext, Page } from '@playwright/test';

/** A person's tabs, and the popups that the app opens. The one opened last is in front. */
export class Tabs {
  private readonly context: BrowserContext;
  private readonly pages: Page[];
  /** The tab that opened each popup. */
  private readonly openers = new Map<Page, Page>();

  constructor(first: Page) {
    this.pages = [first];
    this.context = first.context();
    this.context.on('page', this.onPage);
  }

  get front(): Page {
    const page = this.pages.at(-1);
    if (!page) throw new Error('The person has no tab open.');
    return page;
  }

  /** Returns the tab that opened a popup, or the tab itself. */
  tabOf(page: Page): Page {
    return this.openers.get(page) ?? page;
  }

  async add(): Promise<void> {
    this.pages.push(await this.context.newPage());
  }

  async showNext(): Promise<void> {
    this.pages.unshift(...this.pages.splice(-1));
    await this.front.bringToFront();
  }

  /** Nobody closes their last tab. */
  async closeFront(): Promise<void> {
    if (this.pages.length > 1) await this.pages.pop()?.close();
  }

  async closePopup(): Promise<void> {
    if (this.openers.has(this.front)) await this.closeFront();
  }

  stop(): void {
    this.context.off('page', this.onPage);
  }

  private readonly onPage = async (page: Page) => {
    const opener = await page.opener();
    if (!opener || page.isClosed()) return;
    this.openers.set(page, this.tabOf(opener));
    this.pages.push(page);
    page.on('close', () => {
      const index = this.pages.indexOf(page);
      if (index !== -1) this.pages.splice(index, 1);
    });
  };
}
