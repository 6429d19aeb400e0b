import type { BrowserContext, Request } from '@playwright/test';

const POLL_INTERVAL_MS = 40;
const MAX_WAIT_MS = 4_000;
const MAX_WAIT_WHILE_HANGING_MS = 700;

/** Waits until no page has a pending request: a person looks at the result before they go on. */
export class NetworkIdle {
  private readonly context: BrowserContext;
  private readonly pending = new Set<Request>();
  private readonly onStart = (request: Request) => this.pending.add(request);
  private readonly onEnd = (request: Request) => this.pending.delete(request);
  private maxWait = MAX_WAIT_MS;

  constructor(context: BrowserContext) {
    this.context = context;
    context.on('request', this.onStart);
    context.on('requestfinished', this.onEnd);
    context.on('requestfailed', this.onEnd);
  }

  expectHangingRequest(): void {
    this.maxWait = MAX_WAIT_WHILE_HANGING_MS;
  }

  /** Resolves after three checks in a row without a pending request, or on timeout. */
  async wait(): Promise<void> {
    const deadline = Date.now() + this.maxWait;
    for (let idleChecks = 0; idleChecks < 3 && Date.now() < deadline;) {
      await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
      idleChecks = this.pending.size === 0 ? idleChecks + 1 : 0;
    }
  }

  stop(): void {
    this.context.off('request', this.onStart);
    this.context.off('requestfinished', this.onEnd);
    this.context.off('requestfailed', this.onEnd);
  }
}
