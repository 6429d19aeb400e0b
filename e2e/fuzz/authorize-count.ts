import type { BrowserContext, Frame, Page, Request } from '@playwright/test';

const WINDOW_MS = 60_000;

/**
 * Counts the authorize requests that the app makes of its own accord. What a person does pays for one
 * in the open window and one in a hidden frame of the tab they do it in; whatever comes beyond that,
 * before they act again, the app has begun by itself.
 */
export class AuthorizeCount {
  private readonly credit = new Map<Page, { open: boolean; silent: boolean }>();
  private readonly own: number[] = [];
  /** The tab that the person did something in last. */
  private last: Page | undefined;
  private readonly context: BrowserContext;
  private readonly now: () => number;
  private readonly look: (request: Request) => void;

  /** @param now milliseconds as the pages see them */
  constructor(context: BrowserContext, cloudUrl: string, now: () => number) {
    this.context = context;
    this.now = now;
    this.look = (request) => {
      const { origin, pathname } = new URL(request.url());
      if (origin !== cloudUrl || !pathname.endsWith('/authorize')) return;
      // A redirect is no request of anybody's.
      if (request.redirectedFrom() === null) this.count(request);
    };
    context.on('request', this.look);
  }

  /** A person has done something in this tab. */
  acts(page: Page): void {
    this.last = page;
    this.credit.set(page, { open: true, silent: true });
  }

  /** The most there were within a minute. */
  get most(): number {
    return Math.max(
      0,
      ...this.own.map(
        (end) => this.own.filter((time) => time <= end && end - time < WINDOW_MS).length,
      ),
    );
  }

  stop(): void {
    this.context.off('request', this.look);
  }

  private count(request: Request): void {
    const frame = frameOf(request);
    const page = frame?.page();
    const kind = frame === page?.mainFrame() ? 'open' : 'silent';
    // A window has none of its own.
    const tab = page && this.credit.has(page) ? page : this.last;
    const credit = tab && this.credit.get(tab);
    if (credit?.[kind]) credit[kind] = false;
    else this.own.push(this.now());
  }
}

/** Of a window that is just opening there is none yet. */
export function frameOf(request: Request): Frame | undefined {
  try {
    return request.frame();
  } catch {
    return undefined;
  }
}
