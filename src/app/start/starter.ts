import type { StartedMsal } from '../auth/start/start-msal';
import type { Settings } from '../settings/settings';
import { sitePath } from './base-path';
import { fetchConfig } from './fetch-config';
import { hasSession, type PageLoad, returnPath } from './page-load';
import type { PreloadLinks } from './preload-links';
import { renderChunkLoadError } from './render-chunk-load-error';

/** Loads what a page load needs, each part once: settings, MSAL, the app. */
export class Starter {
  private readonly document: Document;
  private msal: Promise<StartedMsal> | undefined;
  private config: Promise<Response> | undefined;

  /**
   * A session and a response need the settings that their sign-in began with, which are in the browser's cache. In
   * development the settings are always requested.
   */
  private readonly usesCachedConfig: boolean;

  constructor(
    private readonly window: Window,
    private readonly load: PageLoad,
    private readonly links: PreloadLinks,
  ) {
    this.document = window.document;
    const isProduction = this.document.querySelector('meta[name=chunks]') !== null;
    this.usesCachedConfig = load === 'response' || (isProduction && hasSession(window));
  }

  async startApp(): Promise<void> {
    const { dataset } = this.document.documentElement;
    dataset['starting'] = this.load;
    if (this.load === 'response') void this.showSigningInStatus();
    this.links.preload('sign-in', 'app');
    this.links.preloadPage(returnPath(this.window, this.load));
    try {
      const msal = this.startMsal();
      // The code is redeemed while Angular is evaluated; `bootstrap` reports a failure.
      const isReady = msal.then(yieldToMain, () => undefined);
      if (this.load === 'response') await isReady;
      const { bootstrap } = await import('./bootstrap');
      // Evaluating the chunk was one long task: let the browser paint.
      await yieldToMain();
      await this.domContentLoaded();
      await bootstrap(msal, this.load !== 'page' && this.load !== 'response');
    } catch {
      await this.domContentLoaded();
      renderChunkLoadError(this.document);
    }
    delete dataset['starting'];
    if (this.usesCachedConfig && this.load !== 'response') this.refreshConfig();
  }

  /** Signs in from the landing page, without Angular. Returns false when this deployment signs in by popup. */
  async signIn(returnUrl: string): Promise<boolean> {
    const msal = this.startMsal();
    const { signInFromLanding } = await import('../auth/start/start-msal');
    return signInFromLanding(await msal, returnUrl);
  }

  preloadSignIn(): void {
    this.startMsal().catch(() => undefined);
  }

  /** Also reads the settings that the landing page as it was rendered does not serve. */
  async prefetch(): Promise<boolean> {
    this.links.prefetch('sign-in', 'app');
    if (this.msal) return false;
    this.config ??= this.fetchConfig();
    try {
      const { silentSignIn, signUp } = (await (
        await this.config
      )
        .clone()
        .json()) as Partial<Settings>;
      return silentSignIn === true || signUp === true;
    } catch {
      this.config = undefined;
      return false;
    }
  }

  /** Loads MSAL once, again after a failure. */
  private startMsal(): Promise<StartedMsal> {
    if (!this.msal) {
      this.msal = this.loadMsal();
      this.msal.catch(() => (this.msal = undefined));
    }
    return this.msal;
  }

  private async loadMsal(): Promise<StartedMsal> {
    this.links.preload('sign-in');
    const response = this.config ?? this.fetchConfig();
    this.config = undefined;
    response.catch(() => undefined);
    const module = await import('../auth/start/start-msal');
    return module.startMsal(response, this.usesCachedConfig);
  }

  private fetchConfig(): Promise<Response> {
    return fetchConfig(sitePath(this.document), this.usesCachedConfig ? 'force-cache' : 'no-cache');
  }

  /** Updates the browser's cache for the next page load. */
  private refreshConfig(): void {
    fetchConfig(sitePath(this.document), 'no-cache').catch(() => undefined);
  }

  private async showSigningInStatus(): Promise<void> {
    await this.domContentLoaded();
    const text = this.document.createElement('p');
    text.className = 'loading';
    text.setAttribute('role', 'status');
    text.textContent = $localize`Signing you in…`;
    this.document.querySelector('main')?.replaceChildren(text);
  }

  private domContentLoaded(): Promise<void> {
    return new Promise((resolve) => {
      if (this.document.readyState !== 'loading') resolve();
      else
        this.document.addEventListener('DOMContentLoaded', () => {
          resolve();
        });
    });
  }
}

const yieldToMain = () => new Promise((resolve) => setTimeout(resolve));
