import { storageKey, type StorageScope } from '../accounts/account-storage';

const MAX_REDIRECTS = 2;
const WINDOW_MS = 60_000;

/**
 * Ends a redirect loop: lets the app leave for Entra ID of its own accord at most twice in a minute.
 * Remembered in the tab's storage, because every redirect loads the page anew. What a person starts by
 * a click is not counted, nor what MsalGuard begins.
 *
 * @param now milliseconds since 1970
 * @returns whether the app may leave; a yes is counted
 */
export function allowRedirect(
  scope: StorageScope,
  now = Date.now(),
  storage = sessionStorage,
): boolean {
  const recent = recall(scope, storage).filter((time) => time <= now && now - time < WINDOW_MS);
  if (recent.length >= MAX_REDIRECTS) return false;
  storage.setItem(keyOf(scope), JSON.stringify([...recent, now]));
  return true;
}

/** Forgets the redirects so far; for when the person is signed out, or did something about it. */
export function clearRedirects(scope: StorageScope, storage = sessionStorage): void {
  storage.removeItem(keyOf(scope));
}

function recall(scope: StorageScope, storage: Storage): number[] {
  try {
    const times: unknown = JSON.parse(storage.getItem(keyOf(scope)) ?? '[]');
    return Array.isArray(times) ? times.filter((time) => typeof time === 'number') : [];
  } catch {
    return [];
  }
}

const keyOf = (scope: StorageScope) => storageKey(scope, 'redirects');
