import type { BrowserContext, Frame, Page, Request } from '@playwright/test';

const WINDOW_MS = 60_000;

/**
 * Counts the authorize requests that the app makes automatically. Each user action allows one by navigation or
 * popup and one in a hidden iframe, in the tab it happens in; any further one counts until the next action.
 */
export class AuthorizeCount {
  private readonly allowed = new Map<Page, { interactive: boolean; silent: boolean }>();
  private readonly automatic: number[] = [];
  private lastActiveTab: Page | undefined;
  private readonly context: BrowserContext;
  private readonly now: () => number;
  private readonly onRequest: (request: Request) => void;

  /** @param now milliseconds as the pages see them */
  constructor(context: BrowserContext, cloudUrl: string, now: () => number) {
    this.context = context;
    this.now = now;
    this.onRequest = (request) => {
      const { origin, pathname } = new URL(request.url());
      if (origin !== cloudUrl || !pathname.endsWith('/authorize')) return;
      // The server causes a redirect, not the app.
      if (request.redirectedFrom() === null) this.count(request);
    };
    context.on('request', this.onRequest);
  }

  onUserAction(page: Page): void {
    this.lastActiveTab = page;
    this.allowed.set(page, { interactive: true, silent: true });
  }

  get maxPerMinute(): number {
    return Math.max(
      0,
      ...this.automatic.map(
        (end) => this.automatic.filter((time) => time <= end && end - time < WINDOW_MS).length,
      ),
    );
  }

  stop(): void {
    this.context.off('request', this.onRequest);
  }

  private count(request: Request): void {
    const frame = frameOf(request);
    const page = frame?.page();
    const kind = frame === page?.mainFrame() ? 'interactive' : 'silent';
    // A popup counts for the tab that opened it.
    const tab = page && this.allowed.has(page) ? page : this.lastActiveTab;
    const allowed = tab && this.allowed.get(tab);
    if (allowed?.[kind]) allowed[kind] = false;
    else this.automatic.push(this.now());
  }
}

/** Returns undefined for a popup that is just opening, which has no frame yet. */
export function frameOf(request: Request): Frame | undefined {
  try {
    return request.frame();
  } catch {
    return undefined;
  }
}
