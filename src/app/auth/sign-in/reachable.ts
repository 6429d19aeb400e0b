const TIME_LIMIT_MS = 3_000;

/** Checks whether a host responds at all, before a redirect to it. Without cookies, so that it ends no session. */
export async function isReachable(url: string): Promise<boolean> {
  const stop = new AbortController();
  let isRedirected = false;
  // A redirect to a host that the content security policy blocks is a response too.
  document.addEventListener(
    'securitypolicyviolation',
    ({ blockedURI }) => {
      isRedirected ||= blockedURI === url;
    },
    stop,
  );
  try {
    await fetch(url, {
      mode: 'no-cors',
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    return true;
  } catch {
    // The event comes in a later task.
    await new Promise((resolve) => setTimeout(resolve));
    return isRedirected;
  } finally {
    stop.abort();
  }
}
