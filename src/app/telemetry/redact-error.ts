import { HttpErrorResponse } from '@angular/common/http';
import { parseAuthError } from '../auth/errors/parse-auth-error';

/** What may be known of an error outside the page: identifiers and places in the code, no sentence and no address. */
export interface RedactedError {
  /** Its class, or the code of a failed sign-in or token request: `TypeError`, `invalid_grant`. */
  readonly type: string;
  /** Entra's number without `AADSTS`; may be empty. */
  readonly number: string;
  /** HTTP status of a failed call, 0 without an answer; undefined for any other error. */
  readonly status: number | undefined;
  /** Finds the attempt in Entra's sign-in logs; may be empty. */
  readonly correlationId: string;
  /** `chunk-D1CqMm9-.js:3:4`, the innermost first. */
  readonly stack: readonly string[];
}

const MAX_FRAMES = 10;

/**
 * The one gate for errors on their way to the console or to `reportUrl`. Messages are left out whole: Entra's name the
 * person, a schema's quote what Graph sent, and a call's has the address.
 */
export function redactError(error: unknown): RedactedError {
  if (error instanceof HttpErrorResponse)
    return {
      type: 'HttpErrorResponse',
      number: '',
      status: error.status,
      correlationId: '',
      stack: [],
    };
  // Of any other object, a name may be a person's.
  const { code, numbers, correlationId } = parseAuthError(
    error instanceof Error ? error : undefined,
  );
  return {
    type: code,
    number: numbers[0] ?? '',
    status: undefined,
    correlationId,
    stack: framesOf(error),
  };
}

/** Writes it on one line, for the console. */
export function formatError({ type, number, status, correlationId, stack }: RedactedError): string {
  return [
    type,
    number && `AADSTS${number}`,
    status !== undefined && `status ${status}`,
    correlationId && `correlation ID ${correlationId}`,
    stack.length > 0 && `at ${stack.join(' < ')}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** The message begins the stack, and may look like a frame. */
function framesOf(error: unknown): string[] {
  try {
    if (!(error instanceof Error)) return [];
    const frames = (error.stack ?? '').replace(error.message, '');
    return [...frames.matchAll(/^\s+at .*?([\w.-]+\.js:\d+:\d+)\)?$/gm)]
      .map(([, frame = '']) => frame)
      .slice(0, MAX_FRAMES);
  } catch {
    return [];
  }
}
