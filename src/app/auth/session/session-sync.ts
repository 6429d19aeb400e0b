import { DOCUMENT, effect, inject, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { MsalBroadcastService } from '@azure/msal-angular';
import { EventType, InteractionType } from '@azure/msal-browser';
import { SignedInAccounts } from '../accounts/signed-in-accounts';
import { TabSync } from '../accounts/tab-sync';
import { Interaction } from '../sign-in/interaction';

/** Changes of the session that do not come from `Session`. */
export interface SessionSync {
  /** A redirect could not start; `returnUrl` is where the router was going. */
  readonly onFailure: (error: unknown, returnUrl?: string) => void;
  /** Another tab has signed out the active account. */
  readonly onSignOut: (accountId: string) => void;
}

/** Synchronizes the session with MsalGuard, popups and other tabs. Needs an injection context. */
export function syncSession({ onFailure, onSignOut }: SessionSync): void {
  const accounts = inject(SignedInAccounts);
  const interaction = inject(Interaction);
  const tabSync = inject(TabSync);
  const router = inject(Router);
  const { location } = inject(DOCUMENT);

  // The guard swallows this error; only MSAL's event has it.
  inject(MsalBroadcastService).msalSubject$.subscribe(({ eventType, interactionType, error }) => {
    const isRedirect = interactionType === InteractionType.Redirect;
    if (eventType === EventType.ACQUIRE_TOKEN_FAILURE && isRedirect && error)
      onFailure(error, router.currentNavigation()?.extractedUrl.toString());
  });
  // Asked for an account it has not loaded yet, MSAL would drop it in every tab: reload instead. Not before `activate`,
  // when this tab may have a response to lose.
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
