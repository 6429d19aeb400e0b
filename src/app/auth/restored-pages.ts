/**
 * Loads a page anew that the browser brings back from its memory (Back, Forward). It would show what
 * was on it, a signed-out person's profile included, and MSAL in it would still wait for a redirect.
 * @see https://web.dev/articles/bfcache
 */
export function reloadRestoredPages(): void {
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.reload();
  });
}
