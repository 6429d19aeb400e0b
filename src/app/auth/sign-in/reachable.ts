const TIME_LIMIT_MS = 3_000;

/**
 * Whether anything answers at an address, whatever it answers. For what cannot be taken back: leaving
 * the page for a host that is down ends on the browser's error page. The question goes without cookies, and
 * those of the answer are not taken: asked where sessions are ended, it ends none.
 */
export async function isReachable(url: string): Promise<boolean> {
  const stop = new AbortController();
  let redirects = false;
  // Whoever leads on to a host that the content security policy keeps the app from has answered.
  document.addEventListener(
    'securitypolicyviolation',
    ({ blockedURI }) => {
      redirects ||= blockedURI === url;
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
    // The browser tells of a violation in a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    return redirects;
  } finally {
    stop.abort();
  }
}
