import { basePath } from './base-path';
import { hasSession } from './page-load';

/** What the landing page can load; implemented by `Starter`. */
export interface LandingActions {
  /** Redirects to Entra ID; false when this deployment signs in by popup, which the app opens. */
  signIn(returnUrl: string): Promise<boolean>;
  startApp(): Promise<void>;
  /** Fetches what a sign-in will need; resolves with whether the settings ask for the app at once. */
  prefetch(): Promise<boolean>;
  /** Loads and runs MSAL. */
  preloadSignIn(): void;
}

/** How long after the load event nothing is prefetched. */
const IDLE_AFTER_MS = 1_000;

/**
 * The prerendered landing page before the app is loaded. A click on "Sign in" loads only MSAL and redirects; on a
 * failure it follows the link to the guarded profile, which shows the error.
 */
export class LandingPage {
  private readonly document: Document;
  private readonly listeners = new AbortController();
  private readonly status: StatusMessage;
  private pendingLink: HTMLAnchorElement | undefined;
  private isRedirecting = false;
  private hasLeft = false;

  constructor(
    private readonly window: Window,
    private readonly actions: LandingActions,
  ) {
    this.document = window.document;
    this.status = new StatusMessage(window.document);
  }

  connect(): void {
    const { signal } = this.listeners;
    this.window.addEventListener('pagehide', () => (this.hasLeft = true));
    this.document.addEventListener('click', this.onClick, { signal });
    for (const intent of ['pointerover', 'pointerdown', 'focusin'])
      this.document.addEventListener(intent, this.onIntent, { signal, passive: true });
    this.window.addEventListener('storage', this.onStorage, { signal });
    this.prefetchWhenIdle();
  }

  private readonly onClick = (event: MouseEvent): void => {
    const link = this.signInLinkOf(event);
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (this.isRedirecting) return;
    this.pendingLink = link;
    if (this.window.navigator.onLine) {
      this.resumeSignIn();
    } else {
      this.status.show($localize`You are offline. Sign-in goes on when the connection is back.`);
      this.window.addEventListener('online', this.resumeSignIn, { once: true });
    }
  };

  private readonly onIntent = (event: Event): void => {
    if (this.signInLinkOf(event)) this.actions.preloadSignIn();
  };

  private readonly onStorage = (): void => {
    if (hasSession(this.window) && !this.isRedirecting) void this.startApp();
  };

  private readonly resumeSignIn = (): void => {
    if (this.pendingLink && !this.isRedirecting) void this.signIn(this.pendingLink);
  };

  private async signIn(link: HTMLAnchorElement): Promise<void> {
    this.isRedirecting = true;
    this.status.show($localize`Taking you to Microsoft Entra ID…`);
    try {
      if (await this.actions.signIn('/profile')) return;
      await this.startApp();
      link.click();
    } catch {
      // MSAL also rejects on Back from Entra ID, and then the page is reloaded anyway.
      if (!this.hasLeft) this.window.location.assign(link.href);
    }
  }

  private startApp(): Promise<void> {
    this.listeners.abort();
    this.status.restore();
    return this.actions.startApp();
  }

  private signInLinkOf({ target }: Event): HTMLAnchorElement | null | undefined {
    const path = `${basePath(this.document)}profile`;
    return (target as Element | null)?.closest<HTMLAnchorElement>(`a[href="${path}"]`);
  }

  /** Respects the browser's data saver. */
  private prefetchWhenIdle(): void {
    const { window, actions } = this;
    const { connection } = window.navigator as { connection?: { saveData?: boolean } };
    if (connection?.saveData) return;
    const prefetch = async () => {
      // By then, a person may have begun to sign in.
      if ((await actions.prefetch()) && !this.pendingLink) await this.startApp();
    };
    window.addEventListener('load', () => {
      setTimeout(() => {
        // Safari has no requestIdleCallback.
        if ('requestIdleCallback' in window) window.requestIdleCallback(() => void prefetch());
        else void prefetch();
      }, IDLE_AFTER_MS);
    });
  }
}

/** The prerendered status line, restored before hydration, which needs the page as it was rendered. */
class StatusMessage {
  private rendered: ChildNode[] | undefined;

  constructor(private readonly document: Document) {}

  show(text: string): void {
    const status = this.document.querySelector('p[role=status]');
    if (!status) return;
    this.rendered ??= [...status.childNodes];
    status.textContent = text;
  }

  restore(): void {
    if (this.rendered)
      this.document.querySelector('p[role=status]')?.replaceChildren(...this.rendered);
    this.rendered = undefined;
  }
}
