import type { Signal } from '@angular/core';
import type { RedirectRequest } from '@azure/msal-browser';

/** What came of a sign-in in a window of its own. */
export type PopupOutcome = 'signed in' | 'blocked' | 'closed';

/** Signs in by a window. Provided, and its code loaded, only with `"interaction": "popup"`: see popup-window.ts. */
export abstract class Popup {
  /** Whether the person may be at the window. */
  abstract readonly isOpen: Signal<boolean>;
  /** Whether MSAL waits for a window, open or closed. */
  abstract readonly isPending: Signal<boolean>;
  /** How many windows have brought an answer, those that seemed closed included. */
  abstract readonly answers: Signal<number>;
  /** The outcome of the open popup; undefined when there is none to wait for. */
  abstract readonly outcome: Promise<PopupOutcome> | undefined;

  /**
   * Opens the popup.
   *
   * @param resolveOnClose whether to resolve with 'closed' a few seconds after the popup has closed, because a
   *   call waits for the outcome; otherwise MSAL's answer is waited for
   * @returns how it ended
   * @throws what MSAL throws, InvalidIdTokenError
   */
  abstract signIn(request: RedirectRequest, resolveOnClose: boolean): Promise<PopupOutcome>;
}
