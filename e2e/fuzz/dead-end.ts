import type { BrowserContext, Page, Request } from '@playwright/test';
import { frameOf } from './authorize-count.ts';

/**
 * Knows which pages the app has led to the browser's error page: it left for Entra ID, or opened a window there,
 * without a connection. What a person loads themselves is theirs, and a connection that the cloud breaks off nobody
 * in the app can know of.
 */
export class DeadEnd {
  isOffline = false;
  private readonly led = new Set<Page>();
  private readonly loaded = new Set<Page>();
  private readonly context: BrowserContext;
  private readonly look: (request: Request) => void;

  constructor(context: BrowserContext, appUrl: string) {
    this.context = context;
    this.look = (request) => {
      if (!this.isOffline || !request.isNavigationRequest()) return;
      const frame = frameOf(request);
      const page = frame?.page();
      if (!page || frame !== page.mainFrame() || this.loaded.has(page)) return;
      // A window begins blank.
      if ([appUrl, 'about:blank'].some((begin) => page.url().startsWith(begin))) this.led.add(page);
    };
    context.on('request', this.look);
  }

  /** A person does something in this tab; `loads` when it is to load a page. */
  acts(page: Page, loads: boolean): void {
    this.led.delete(page);
    if (loads) this.loaded.add(page);
    else this.loaded.delete(page);
  }

  isAt(page: Page): boolean {
    return page.url().startsWith('chrome-error:') && this.led.has(page);
  }

  stop(): void {
    this.context.off('request', this.look);
  }
}
