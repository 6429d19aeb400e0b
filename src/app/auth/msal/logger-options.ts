import { type BrowserSystemOptions, LogLevel } from '@azure/msal-browser';

declare const ngDevMode: unknown;

/**
 * MSAL's log goes to the console of a development build and nowhere in production. Names and tokens are left out
 * of both. MSAL writes hashes instead of sentences; docs/sign-in.md names its script that decodes them.
 */
export function loggerOptions(): NonNullable<BrowserSystemOptions['loggerOptions']> {
  const piiLoggingEnabled = false;
  // MSAL starts before Angular, which would have set it; the production build replaces it by `false`.
  if (typeof ngDevMode === 'undefined' || ngDevMode) {
    return { piiLoggingEnabled, logLevel: LogLevel.Verbose, loggerCallback: writeLine };
  }
  return { piiLoggingEnabled };
}

/* eslint-disable no-console -- MSAL's log has no other place, and only a development build has this function. */
function writeLine(level: LogLevel, line: string): void {
  if (level === LogLevel.Error) console.error(line);
  else if (level === LogLevel.Warning) console.warn(line);
  else console.debug(line);
}
