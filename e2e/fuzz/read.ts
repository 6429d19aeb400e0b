/** Playwright cannot read a page that is about to navigate. */
const READ_TIMEOUT_MS = 2_000;

/**
 * Reads from a page, again when it navigates meanwhile. The watch checks the `main` of a page that cannot be read.
 *
 * @param fallback returned for a page that cannot be read
 */
export async function read<T>(from: () => Promise<T>, fallback: T): Promise<T> {
  const { promise: timeout, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(() => {
    resolve(fallback);
  }, READ_TIMEOUT_MS);
  try {
    return await Promise.race([readUntilStable(from, fallback), timeout]);
  } finally {
    clearTimeout(timer);
  }
}

async function readUntilStable<T>(from: () => Promise<T>, fallback: T): Promise<T> {
  for (;;) {
    try {
      return await from();
    } catch (error) {
      const { message } = error as Error;
      // A popup closes itself once it has the response.
      if (message.includes('has been closed')) return fallback;
      if (!message.includes('Execution context was destroyed')) throw error;
    }
  }
}
