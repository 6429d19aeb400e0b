/** Calls when the browser has nothing better to do, once what was changed is painted. */
export function whenIdle(callback: () => unknown): void {
  // Safari has no requestIdleCallback.
  if ('requestIdleCallback' in window) window.requestIdleCallback(() => void callback());
  else setTimeout(() => void callback(), 200);
}
