/**
 * Reloads a page restored from the back/forward cache: it may show the profile of somebody who has signed out.
 * @see https://web.dev/articles/bfcache
 */
export function reloadFromBackForwardCache(window: Window): void {
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    window.document.documentElement.hidden = true;
    window.location.reload();
  });
}
