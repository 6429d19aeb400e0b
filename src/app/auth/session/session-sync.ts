import { DOCUMENT, effect, inject, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { MsalBroadcastService } from '@azure/msal-angular';
import { EventType, InteractionType } from '@azure/msal-browser';
import { SignedInAccounts } from '../accounts/signed-in-accounts';
import { TabSync } from '../accounts/tab-sync';
import { Interaction } from '../sign-in/interaction';

/** What happens to a session from outside. */
export interface SessionSync {
  /** Called when a redirect could not start; `returnUrl` is where the router was going. */
  readonly onFailure: (error: unknown, returnUrl?: string) => void;
  /** Called when another tab signed out the active account. */
  readonly onSignOut: (accountId: string) => void;
}

/**
 * Synchronizes the session with MsalGuard, popups and other tabs, as long as the app runs. Needs an injection context.
 */
export function syncSession({ onFailure, onSignOut }: SessionSync): void {
  const accounts = inject(SignedInAccounts);
  const interaction = inject(Interaction);
  const tabSync = inject(TabSync);
  const router = inject(Router);
  const { location } = inject(DOCUMENT);

  // The guard swallows the reason of a sign-in it could not start; the event still has it.
  inject(MsalBroadcastService).msalSubject$.subscribe(({ eventType, interactionType, error }) => {
    const isRedirect = interactionType === InteractionType.Redirect;
    if (eventType === EventType.ACQUIRE_TOKEN_FAILURE && isRedirect && error)
      onFailure(error, router.currentNavigation()?.extractedUrl.toString());
  });
  // Reloads, because asking MSAL for an account that it may not have loaded yet makes it drop that account in
  // every tab. Not while this tab starts: it may have a response to lose.
  tabSync.activeAccountChanged$.subscribe((id) => {
    if (accounts.areKnown && id !== accounts.active()?.id && !interaction.isRedirecting())
      location.reload();
  });
  tabSync.signedOut$.subscribe((id) => {
    if (id === accounts.active()?.id) onSignOut(id);
    else void accounts.remove([id]);
  });
  effect(() => {
    if (interaction.popupSignIns() > 0)
      untracked(() => {
        accounts.activate();
      });
  });
}
