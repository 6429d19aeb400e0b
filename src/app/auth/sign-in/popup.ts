import type { Signal } from '@angular/core';
import type { RedirectRequest } from '@azure/msal-browser';

/** How a sign-in by popup ended. */
export type PopupOutcome = 'signed in' | 'blocked' | 'closed';

/** Signs in by popup. Provided, and its code loaded, only with `"interaction": "popup"`: see popup-sign-in.ts. */
export abstract class Popup {
  /** Whether a popup may be open. */
  abstract readonly isOpen: Signal<boolean>;
  /** Whether MSAL waits for a popup, open or closed. */
  abstract readonly isPending: Signal<boolean>;
  /** How many sign-ins have succeeded, late ones included. */
  abstract readonly signIns: Signal<number>;
  /** The outcome of the open popup; undefined when there is none to wait for. */
  abstract readonly outcome: Promise<PopupOutcome> | undefined;

  /**
   * Opens the popup.
   *
   * @param resolveOnClose whether to resolve with 'closed' a few seconds after the popup has closed, because a
   *   call waits for the outcome; otherwise it waits for MSAL's response
   * @returns how it ended
   * @throws what MSAL throws, InvalidIdTokenError
   */
  abstract signIn(request: RedirectRequest, resolveOnClose: boolean): Promise<PopupOutcome>;
}
