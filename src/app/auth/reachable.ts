const TIME_LIMIT_MS = 3_000;

/**
 * Whether anything answers at an address, whatever it answers. For what cannot be taken back: leaving
 * the page for a host that is down ends on the browser's error page.
 */
export async function isReachable(url: string): Promise<boolean> {
  try {
    await fetch(url, {
      mode: 'no-cors',
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    return true;
  } catch {
    return false;
  }
}
