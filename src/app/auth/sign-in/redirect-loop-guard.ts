const KEY = 'app.redirects';
const MAX_REDIRECTS = 2;
const WINDOW_MS = 60_000;

/**
 * Ends a redirect loop: allows at most two automatic redirects in a minute, stored in the tab over page loads. Does
 * not count what a person starts by a click, nor what MsalGuard begins.
 *
 * @param now milliseconds since 1970
 * @returns whether the app may redirect; a yes is counted
 */
export function allowRedirect(now = Date.now(), storage = sessionStorage): boolean {
  const recent = readTimes(storage).filter((time) => time <= now && now - time < WINDOW_MS);
  if (recent.length >= MAX_REDIRECTS) return false;
  storage.setItem(KEY, JSON.stringify([...recent, now]));
  return true;
}

/** Clears the count; for when the person has acted or is signed out. */
export function clearRedirects(storage = sessionStorage): void {
  storage.removeItem(KEY);
}

function readTimes(storage: Storage): number[] {
  try {
    const times: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    return Array.isArray(times) ? times.filter((time) => typeof time === 'number') : [];
  } catch {
    return [];
  }
}
