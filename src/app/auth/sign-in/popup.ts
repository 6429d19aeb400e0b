import type { Signal } from '@angular/core';
import type { RedirectRequest } from '@azure/msal-browser';

export type PopupOutcome = 'signed in' | 'blocked' | 'closed';

/** Signs in by popup. Loaded and provided only with `"interaction": "popup"`: see popup-sign-in.ts. */
export abstract class Popup {
  abstract readonly isOpen: Signal<boolean>;
  /** Whether MSAL waits for a popup, open or closed. */
  abstract readonly isPending: Signal<boolean>;
  /** Counts successful sign-ins, late ones included. */
  abstract readonly signIns: Signal<number>;
  /** The outcome of the open popup, if any. */
  abstract readonly outcome: Promise<PopupOutcome> | undefined;

  /**
   * @param resolveOnClose resolves with 'closed' soon after the popup has closed, because a call waits; otherwise
   *   only MSAL's response counts
   * @throws what MSAL throws, InvalidIdTokenError
   */
  abstract signIn(request: RedirectRequest, resolveOnClose: boolean): Promise<PopupOutcome>;
}
