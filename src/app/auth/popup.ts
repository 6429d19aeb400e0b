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
  /** What comes of the window that is open, if one is; one that seems closed is given up. */
  abstract readonly outcome: Promise<PopupOutcome> | undefined;

  /**
   * @param givesUp whether somebody waits for the outcome, and a window that seems closed is one; else
   *   an answer is waited for, and nobody notices
   * @throws what MSAL throws, IdTokenRefusedError
   */
  abstract signIn(request: RedirectRequest, givesUp: boolean): Promise<PopupOutcome>;
}
