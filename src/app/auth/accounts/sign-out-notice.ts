/**
 * Why the session ended:
 *
 * - `other-tab`: another tab signed the person out.
 * - `local-only`: Entra ID could not be reached, so its own session may still be open.
 * - `idle`: the idle timeout.
 */
export type SignOutNotice = 'other-tab' | 'local-only' | 'idle';

const KEY = 'app.notice';

/** Stores the notice over the page load of a sign-out. */
export function storeNotice(notice: SignOutNotice): void {
  sessionStorage.setItem(KEY, notice);
}

/** Returns the stored notice, once. */
export function consumeNotice(): SignOutNotice | undefined {
  const stored = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return stored === 'idle' ? stored : undefined;
}
