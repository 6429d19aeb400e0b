/** Long enough for the page's own requests to be on their way on a slow network. */
const DELAY_MS = 1_000;

/** Resolves when the page is painted and the browser has nothing else to do. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => {
      // Safari has no requestIdleCallback.
      if ('requestIdleCallback' in window)
        window.requestIdleCallback(() => {
          resolve();
        });
      else resolve();
    }, DELAY_MS);
  });
}
