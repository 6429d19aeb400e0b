import { storageKey, type StorageScope } from '../accounts/account-storage';

const MAX_REDIRECTS = 2;
const PERIOD_MS = 60_000;

/**
 * Stops a redirect loop: allows two redirects a minute that the app starts itself, not a person or MsalGuard. They are
 * counted in sessionStorage, because every redirect unloads the page.
 * @returns whether the app may redirect now, which is counted
 */
export function allowRedirect(
  scope: StorageScope,
  now = Date.now(),
  storage = sessionStorage,
): boolean {
  const recent = readRedirects(scope, storage).filter(
    (time) => time <= now && now - time < PERIOD_MS,
  );
  if (recent.length >= MAX_REDIRECTS) return false;
  storage.setItem(keyOf(scope), JSON.stringify([...recent, now]));
  return true;
}

/** Clears the count, for a sign-out, or when the person acts. */
export function clearRedirects(scope: StorageScope, storage = sessionStorage): void {
  storage.removeItem(keyOf(scope));
}

function readRedirects(scope: StorageScope, storage: Storage): number[] {
  try {
    const times: unknown = JSON.parse(storage.getItem(keyOf(scope)) ?? '[]');
    return Array.isArray(times) ? times.filter((time) => typeof time === 'number') : [];
  } catch {
    return [];
  }
}

const keyOf = (scope: StorageScope) => storageKey(scope, 'redirects');
