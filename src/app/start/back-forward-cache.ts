/**
 * Reloads a page that the browser restores from its memory on Back or Forward. It would show what was on it, a
 * signed-out person's profile included, and MSAL in it would still wait for a redirect.
 * @see https://web.dev/articles/bfcache
 */
export function reloadFromBackForwardCache(window: Window): void {
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    window.document.documentElement.hidden = true;
    window.location.reload();
  });
}
