import type { BrowserContext, Request } from '@playwright/test';

const LOOK_EVERY_MS = 40;
const MAX_MS = 4_000;
/** A request that is left hanging is not waited for. */
const MAX_WHILE_HANGING_MS = 700;

/** Knows when nothing is on its way to any page: a person looks at what has come before they go on. */
export class Quiet {
  private readonly context: BrowserContext;
  private readonly underWay = new Set<Request>();
  private readonly begun = (request: Request) => this.underWay.add(request);
  private readonly ended = (request: Request) => this.underWay.delete(request);
  private longest = MAX_MS;

  constructor(context: BrowserContext) {
    this.context = context;
    context.on('request', this.begun);
    context.on('requestfinished', this.ended);
    context.on('requestfailed', this.ended);
  }

  expectHanging(): void {
    this.longest = MAX_WHILE_HANGING_MS;
  }

  /** Resolves when nothing was under way at three looks in a row, or it has taken too long. */
  async come(): Promise<void> {
    const until = Date.now() + this.longest;
    for (let looks = 0; looks < 3 && Date.now() < until;) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      looks = this.underWay.size === 0 ? looks + 1 : 0;
    }
  }

  stop(): void {
    this.context.off('request', this.begun);
    this.context.off('requestfinished', this.ended);
    this.context.off('requestfailed', this.ended);
  }
}
