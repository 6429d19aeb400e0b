import type { BrowserContext, Page } from '@playwright/test';

/** The tabs a person has open, and the windows that the app opens to sign in: what opened last is in front. */
export class Tabs {
  private readonly context: BrowserContext;
  private readonly pages: Page[];
  /** Of each window, the tab that opened it. */
  private readonly openers = new Map<Page, Page>();

  constructor(first: Page) {
    this.pages = [first];
    this.context = first.context();
    this.context.on('page', this.follow);
  }

  get front(): Page {
    const page = this.pages.at(-1);
    if (!page) throw new Error('The person has no tab open.');
    return page;
  }

  /** The tab that a window belongs to; a tab is its own. */
  tabOf(page: Page): Page {
    return this.openers.get(page) ?? page;
  }

  async add(): Promise<void> {
    this.pages.push(await this.context.newPage());
  }

  async turn(): Promise<void> {
    this.pages.unshift(...this.pages.splice(-1));
    await this.front.bringToFront();
  }

  /** Nobody closes their last tab. */
  async closeFront(): Promise<void> {
    if (this.pages.length > 1) await this.pages.pop()?.close();
  }

  async closeWindow(): Promise<void> {
    if (this.openers.has(this.front)) await this.closeFront();
  }

  stop(): void {
    this.context.off('page', this.follow);
  }

  private readonly follow = async (page: Page) => {
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
