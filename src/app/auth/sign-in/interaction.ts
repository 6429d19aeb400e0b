import { Location } from '@angular/common';
import { computed, inject, Service, signal } from '@angular/core';
import { MsalBroadcastService, MsalService } from '@azure/msal-angular';
import {
  type AccountInfo,
  InteractionStatus,
  type IPublicClientApplication,
  type RedirectRequest,
} from '@azure/msal-browser';
import { type Settings, SETTINGS } from '../../settings/settings';
import { INTERACTION_STATUS_KEY } from '../accounts/msal-storage-keys';
import type { MsalClient } from '../msal/msal-client';
import { Popup, type PopupOutcome } from './popup';
import { isReachable } from './reachable';
import { allowRedirect, clearRedirects } from './redirect-loop-guard';
import { type SignInOptions, signInRequest } from './sign-in-request';

export type InteractionOutcome =
  'redirecting' | 'already redirecting' | 'redirect loop' | PopupOutcome;

/** Starts one interaction with Entra ID at a time, however many clicks or calls without a token ask for it. */
@Service()
export class Interaction {
  private readonly msal = inject(MsalService).instance as IPublicClientApplication &
    Pick<MsalClient, 'redirectOnce'>;
  private readonly broadcast = inject(MsalBroadcastService);
  private readonly settings = inject(SETTINGS);
  private readonly location = inject(Location);
  private readonly popup = inject(Popup, { optional: true });

  private readonly destination = signal<'sign-in' | 'sign-out' | undefined>(undefined);
  private readonly status = signal<InteractionStatus>(InteractionStatus.Startup);

  /** Whether the browser is about to redirect to Entra ID; not while MSAL starts or handles a response. */
  readonly isRedirecting = computed(
    () =>
      this.destination() !== undefined ||
      this.popup?.isOpen() === true ||
      (REDIRECTING.has(this.status()) && this.popup?.isPending() !== true),
  );

  readonly isSigningOut = computed(() => this.destination() === 'sign-out');

  /** Counts successful sign-ins by popup, late ones included. */
  readonly popupSignIns = computed(() => this.popup?.signIns() ?? 0);

  /** The outcome of the open popup, if any. */
  get openPopup(): Promise<PopupOutcome> | undefined {
    return this.popup?.outcome;
  }

  constructor() {
    this.broadcast.inProgress$.subscribe((status) => {
      this.status.set(status);
    });
  }

  /** Signs in on a person's request and returns to `returnUrl`. @throws what MSAL throws when it cannot redirect */
  async signIn(
    returnUrl: string,
    options: SignInOptions = {},
    type = this.settings.interaction,
  ): Promise<InteractionOutcome> {
    // Who signs in again with the same account is sent once, not into the rest of a loop.
    if (!options.account) clearRedirects(this.settings);
    return this.begin(signInRequest(this.settings, returnUrl, options), type);
  }

  /** Signs in because a call needs a token; counted by the redirect loop guard. @throws what MSAL throws */
  async requireInteraction(options: SignInOptions): Promise<InteractionOutcome> {
    if (this.openPopup) return this.openPopup;
    if (this.isRedirecting()) return 'already redirecting';
    if (!allowRedirect(this.settings)) return 'redirect loop';
    const request = signInRequest(this.settings, this.location.path(true) || '/', options);
    const redirecting = this.begin(request, this.settings.interaction, true);
    if (this.popup) return redirecting;
    // MSAL waits up to half a minute for the page to unload; the caller must not.
    return Promise.race([redirecting, beforeUnload()]);
  }

  /**
   * Redirects to end the session at Entra ID, when that is reachable. A named account skips Entra's account picker.
   * @param account null for all
   * @throws when the page stays: what `endLocalSession` or MSAL throws, or that Entra ID is unreachable
   */
  async signOut(
    account: AccountInfo | null,
    endLocalSession: (reachable: Promise<boolean>) => Promise<void>,
  ): Promise<InteractionOutcome> {
    clearRedirects(this.settings);
    const end = async () => {
      const reachable = isReachable(this.settings.endSessionUrl);
      await endLocalSession(reachable);
      if (!(await reachable)) throw new Error('unreachable');
      // MSAL waits for minutes for a closed popup, and keeps a sign-out in progress that could not redirect: both would
      // refuse the next interaction.
      clearInteractionStatus();
      await this.msal.logoutRedirect({ account }).finally(clearInteractionStatus);
    };
    return this.redirect('sign-out', () => this.msal.redirectOnce(end));
  }

  private async begin(
    request: RedirectRequest,
    type: Settings['interaction'],
    resolveOnClose = false,
  ): Promise<InteractionOutcome> {
    if (type === 'redirect' || !this.popup) {
      return this.redirect('sign-in', () => this.msal.loginRedirect(request));
    }
    if (this.isRedirecting()) return 'already redirecting';
    return this.popup.signIn(request, resolveOnClose);
  }

  private async redirect(
    to: 'sign-in' | 'sign-out',
    start: () => Promise<void>,
  ): Promise<InteractionOutcome> {
    if (this.isRedirecting()) return 'already redirecting';
    this.destination.set(to);
    try {
      // MSAL waits for a response being handled; it refuses another interaction.
      await start();
      return 'redirecting';
    } catch (error) {
      this.destination.set(undefined);
      throw error;
    }
  }
}

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

const REDIRECTING = new Set<InteractionStatus>([
  InteractionStatus.AcquireToken,
  InteractionStatus.Logout,
]);

/** As MSAL does on a page load; e2e/popup.spec.ts fails when MSAL renames the key. */
function clearInteractionStatus(): void {
  sessionStorage.removeItem(INTERACTION_STATUS_KEY);
}
