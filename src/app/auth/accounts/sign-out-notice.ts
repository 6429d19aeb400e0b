/**
 * What a person should know of the end of their session:
 *
 * - `elsewhere`: another tab signed them out.
 * - `only-here`: Entra ID could not be reached, so its own session may still be open.
 * - `idle`: nobody did anything for as long as the settings allow.
 */
export type SignOutNotice = 'other-tab' | 'local-only' | 'idle';

const KEY = 'app.notice';

/** Signing out loads the page anew, and then it is still to be said why. */
export function storeNotice(notice: SignOutNotice): void {
  sessionStorage.setItem(KEY, notice);
}

/** What was kept, once. */
export function consumeNotice(): SignOutNotice | undefined {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return kept === 'idle' ? kept : undefined;
}
