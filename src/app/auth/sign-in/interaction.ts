import { computed, inject, Service, signal } from '@angular/core';
import { MsalBroadcastService, MsalService } from '@azure/msal-angular';
import {
  type AccountInfo,
  InteractionStatus,
  type IPublicClientApplication,
  type RedirectRequest,
} from '@azure/msal-browser';
import { type Settings, SETTINGS } from '../../settings/settings';
import type { MsalClient } from '../msal/msal-client';
import { Popup, type PopupOutcome } from './popup';
import { isReachable } from './reachable';
import { allowRedirect, clearRedirects } from './redirect-loop-guard';
import { type SignInOptions, signInRequest } from './sign-in-request';

/** What came of the wish to go to Entra ID. */
export type InteractionOutcome =
  'redirecting' | 'already redirecting' | 'redirect loop' | PopupOutcome;

/**
 * What sends the running app to Entra ID, beside MsalGuard; before the app runs `signInFromLanding` does. While the
 * browser is about to leave, another wish does nothing: a double click, or a thousand calls that miss their token
 * at once, begin one sign-in.
 */
@Service()
export class Interaction {
  private readonly msal = inject(MsalService).instance as IPublicClientApplication &
    Pick<MsalClient, 'redirectOnce'>;
  private readonly broadcast = inject(MsalBroadcastService);
  private readonly settings = inject(SETTINGS);
  private readonly popup = inject(Popup, { optional: true });

  private readonly destination = signal<'sign-in' | 'sign-out' | undefined>(undefined);
  private readonly status = signal<InteractionStatus>(InteractionStatus.Startup);

  /** Whether the browser is about to leave for Entra ID. Start-up and taking up an answer stay here. */
  readonly isRedirecting = computed(
    () =>
      this.destination() !== undefined ||
      this.popup?.isOpen() === true ||
      (LEAVING.has(this.status()) && this.popup?.isPending() !== true),
  );

  /** Whether it is about to leave to sign out, and the session has ended here. */
  readonly isSigningOut = computed(() => this.destination() === 'sign-out');

  /** How many sign-ins by popup have succeeded, late ones included. */
  readonly popupSignIns = computed(() => this.popup?.signIns() ?? 0);

  /** The outcome of the open popup, for another call to wait for; undefined when none is open. */
  get openPopup(): Promise<PopupOutcome> | undefined {
    return this.popup?.outcome;
  }

  constructor() {
    this.broadcast.inProgress$.subscribe((status) => {
      this.status.set(status);
    });
  }

  /**
   * Leaves to sign in because a person asked for it.
   *
   * @param returnUrl path in this app to come back to
   * @throws what MSAL throws when it cannot leave
   */
  async signIn(
    returnUrl: string,
    options: SignInOptions = {},
    type = this.settings.interaction,
  ): Promise<InteractionOutcome> {
    clearRedirects();
    return this.begin(signInRequest(this.settings, returnUrl, options), type);
  }

  /**
   * Leaves to sign in because the app needs it: a token, a consent, a claim. Counted by the breaker.
   *
   * @throws what MSAL throws when it cannot leave
   */
  async requireInteraction(options: SignInOptions): Promise<InteractionOutcome> {
    if (this.openPopup) return this.openPopup;
    if (this.isRedirecting()) return 'already redirecting';
    if (!allowRedirect()) return 'redirect loop';
    const { pathname, search, hash } = window.location;
    const request = signInRequest(this.settings, pathname + search + hash, options);
    const departing = this.begin(request, this.settings.interaction, true);
    if (this.popup) return departing;
    // MSAL waits for the page to go, half a minute at most; whoever made the call hears of it at once.
    return Promise.race([departing, beforeUnload()]);
  }

  /**
   * Leaves to end the session at Entra ID, when that answers. An account that is named spares the person
   * Entra's account picker.
   *
   * @param account whose session to end; null for every account known here
   * @param endLocalSession ends the session here, without waiting for Entra ID; hears whether that answers
   * @throws when the page stays: what `endLocalSession` or MSAL throws, or that Entra ID does not answer
   */
  async signOut(
    account: AccountInfo | null,
    endLocalSession: (reachable: Promise<boolean>) => Promise<void>,
  ): Promise<InteractionOutcome> {
    clearRedirects();
    const end = async () => {
      const reachable = isReachable(this.settings.endSessionUrl);
      await endLocalSession(reachable);
      if (!(await reachable)) throw new Error('unreachable');
      // MSAL waits for minutes for a window that was closed, and would refuse to sign out meanwhile; and
      // a sign-out that it could not leave for stays under way to it until the page is loaded anew.
      clearInteractionStatus();
      await this.msal.logoutRedirect({ account }).finally(clearInteractionStatus);
    };
    return this.leave('sign-out', () => this.msal.redirectOnce(end));
  }

  /** Leaves the page or opens a window; with a window, the sign-in is over when this is. */
  private async begin(
    request: RedirectRequest,
    type: Settings['interaction'],
    resolveOnClose = false,
  ): Promise<InteractionOutcome> {
    if (type === 'redirect' || !this.popup) {
      return this.leave('sign-in', () => this.msal.loginRedirect(request));
    }
    if (this.isRedirecting()) return 'already redirecting';
    return this.popup.signIn(request, resolveOnClose);
  }

  private async leave(
    to: 'sign-in' | 'sign-out',
    start: () => Promise<void>,
  ): Promise<InteractionOutcome> {
    if (this.isRedirecting()) return 'already redirecting';
    this.destination.set(to);
    try {
      // MSAL waits for a running answer by itself; another interaction it refuses.
      await start();
      return 'redirecting';
    } catch (error) {
      this.destination.set(undefined);
      throw error;
    }
  }
}

/** Resolves when the browser begins to leave the page. */
function beforeUnload(): Promise<'redirecting'> {
  return new Promise((resolve) => {
    window.addEventListener(
      'beforeunload',
      () => {
        resolve('redirecting');
      },
      { once: true },
    );
  });
}

const LEAVING = new Set<InteractionStatus>([
  InteractionStatus.AcquireToken,
  InteractionStatus.Logout,
]);

/** As MSAL does when a page is loaded. The key is MSAL's: e2e/popup.spec.ts fails when it is renamed. */
function clearInteractionStatus(): void {
  sessionStorage.removeItem('msal.interaction.status');
}
