import type { BrowserContext, Page, Request } from '@playwright/test';
import { frameOf } from './authorize-count.ts';

/**
 * Knows which pages show the browser's error page because the app navigated to Entra ID, or opened a popup there,
 * while offline. Page loads by the user do not count, nor does a connection that the cloud breaks off, which the app
 * cannot foresee.
 */
export class BrowserErrorPages {
  isOffline = false;
  private readonly navigatedByApp = new Set<Page>();
  private readonly loadedByUser = new Set<Page>();
  private readonly context: BrowserContext;
  private readonly onRequest: (request: Request) => void;

  constructor(context: BrowserContext, appUrl: string) {
    this.context = context;
    this.onRequest = (request) => {
      if (!this.isOffline || !request.isNavigationRequest()) return;
      const frame = frameOf(request);
      const page = frame?.page();
      if (!page || frame !== page.mainFrame() || this.loadedByUser.has(page)) return;
      // A popup starts blank.
      if ([appUrl, 'about:blank'].some((start) => page.url().startsWith(start))) {
        this.navigatedByApp.add(page);
      }
    };
    context.on('request', this.onRequest);
  }

  onUserAction(page: Page, loadsPage: boolean): void {
    this.navigatedByApp.delete(page);
    if (loadsPage) this.loadedByUser.add(page);
    else this.loadedByUser.delete(page);
  }

  has(page: Page): boolean {
    return page.url().startsWith('chrome-error:') && this.navigatedByApp.has(page);
  }

  stop(): void {
    this.context.off('request', this.onRequest);
  }
}
