import { ErrorHandler, Service } from '@angular/core';
import { formatError, redactError } from './redact-error';

declare const ngDevMode: unknown;

/** Logs errors that nobody caught: whole in development, redacted in production. */
@Service({ autoProvided: false })
export class RedactingErrorHandler extends ErrorHandler {
  override handleError(error: unknown): void {
    logError(error);
  }
}

/* eslint-disable no-console -- Uncaught errors have no other place, and production writes no text of theirs. */
/** As `RedactingErrorHandler`, for errors before Angular runs. */
export function logError(error: unknown): void {
  if (typeof ngDevMode === 'undefined' || ngDevMode) console.error('ERROR', error);
  else console.error('ERROR', formatError(redactError(error)));
}
