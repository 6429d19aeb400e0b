import { type BrowserSystemOptions, LogLevel } from '@azure/msal-browser';

declare const ngDevMode: unknown;

/** MSAL logs to the console in development only, never personal data. docs/sign-in.md says how to decode its hashes. */
export function loggerOptions(): NonNullable<BrowserSystemOptions['loggerOptions']> {
  const piiLoggingEnabled = false;
  // MSAL starts before Angular defines ngDevMode; a production build replaces it by `false`.
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
