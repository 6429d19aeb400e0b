import { type BrowserSystemOptions, LogLevel } from '@azure/msal-browser';

declare const ngDevMode: unknown;

/**
 * MSAL's log: readable in the console of a development build, nothing in production. The build replaces
 * `ngDevMode` there, and so neither the texts nor the code that writes them are in the bundle.
 * Names and tokens are left out in both.
 */
export function loggerOptions(): NonNullable<BrowserSystemOptions['loggerOptions']> {
  const piiLoggingEnabled = false;
  // MSAL starts before Angular, which would have set it.
  if (typeof ngDevMode === 'undefined' || ngDevMode) {
    const loaded = import('./development/console-log');
    return {
      piiLoggingEnabled,
      logLevel: LogLevel.Verbose,
      loggerCallback: (level, line) =>
        void loaded.then(({ writeLine }) => {
          writeLine(level, line);
        }),
    };
  }
  return { piiLoggingEnabled };
}
