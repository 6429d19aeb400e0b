/** Thrown when this browser, or the way the page was opened in it, leaves MSAL nothing to work with. */
export class UnsupportedBrowserError extends Error {
  override readonly name = 'UnsupportedBrowserError';

  /**
   * @param reason what is missing, in plain words
   * @param remedy what the person can do
   */
  constructor(
    readonly reason: string,
    readonly remedy: string,
    options: ErrorOptions,
  ) {
    super(reason, options);
  }
}
