/** Thrown when the browser lacks what MSAL needs; reason and remedy are shown to the person. */
export class UnsupportedBrowserError extends Error {
  override readonly name = 'UnsupportedBrowserError';

  constructor(
    readonly reason: string,
    readonly remedy: string,
    options: ErrorOptions,
  ) {
    super(reason, options);
  }
}
