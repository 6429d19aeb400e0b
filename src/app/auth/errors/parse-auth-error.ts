import { AuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser';
import { TokenError } from './token-error';

/** What identifies an error, without any text of it. */
export interface ParsedAuthError {
  readonly code: string;
  readonly subError: string;
  /** Entra's numbers without `AADSTS`, the most specific first. */
  readonly numbers: readonly string[];
  /** Finds the attempt in Entra's sign-in logs; may be empty. */
  readonly correlationId: string;
  /** The code to fall back to when none of the others has a message; may be empty. */
  readonly fallback: string;
}

const NOTHING: ParsedAuthError = {
  code: 'unknown',
  subError: '',
  numbers: [],
  correlationId: '',
  fallback: '',
};

/**
 * Parses an error's codes and IDs, and never throws. They may come from a server or a forged address, so only what is
 * shaped like an identifier is accepted: no sentence, no markup.
 */
export function parseAuthError(error: unknown): ParsedAuthError {
  try {
    if (error instanceof TokenError) return parseTokenError(error);
    return error instanceof AuthError ? parseMsalError(error) : parseOther(error);
  } catch {
    // A hostile or broken object may throw when a property is read.
    return NOTHING;
  }
}

/** The cause is more specific, unless the app itself refused the call. */
function parseTokenError({ kind, cause }: TokenError): ParsedAuthError {
  if (cause === undefined) return { ...NOTHING, code: kind };
  const parsed = parseAuthError(cause);
  return kind === 'token_unavailable' || kind === 'interaction_required'
    ? { ...parsed, fallback: kind }
    : { ...NOTHING, code: kind, correlationId: parsed.correlationId };
}

function parseMsalError(error: AuthError): ParsedAuthError {
  const throttled = isThrottled(error);
  return {
    code: throttled ? 'throttled' : identifier(error.errorCode, 'unknown'),
    subError: identifier(error.subError, ''),
    numbers: parseNumbers(error),
    correlationId: identifier(error.correlationId, ''),
    fallback: fallbackCode(error),
  };
}

/** Whether MSAL itself throttled the request. Its code is empty then, or Entra's numbers joined by spaces: `90055`. */
function isThrottled(error: AuthError): boolean {
  return error instanceof ServerError && /^[\d ]*$/.test(error.errorCode);
}

/** Entra sends its number in a field, in `error_uri`, or only at the start of the description. */
function parseNumbers(error: AuthError): string[] {
  const field =
    error instanceof ServerError || error instanceof InteractionRequiredAuthError
      ? error.errorNo
      : undefined;
  const text = isThrottled(error) ? error.errorCode : '';
  const described = [...error.errorMessage.matchAll(/AADSTS(\d+)/g)].map(([, digits]) => digits);
  return [field, ...text.split(' '), ...described].filter(
    (number): number is string => number !== undefined && /^[1-9]\d{3,9}$/.test(number),
  );
}

function fallbackCode(error: AuthError): string {
  if (error instanceof InteractionRequiredAuthError) return 'interaction_required';
  const status = error instanceof ServerError ? (error.status ?? 0) : 0;
  return status === 429 || status >= 500 ? 'throttled' : '';
}

/** MSAL's CacheError is no AuthError; refused storage throws a DOMException. */
function parseOther(error: unknown): ParsedAuthError {
  if (typeof error !== 'object' || error === null) return NOTHING;
  const { name, errorCode } = error as { name?: unknown; errorCode?: unknown };
  const code = identifier(name, 'unknown');
  return { ...NOTHING, code: code === 'CacheError' ? identifier(errorCode, code) : code };
}

function identifier(text: unknown, otherwise: string): string {
  return typeof text === 'string' && /^\w[\w.-]{0,63}$/.test(text) ? text : otherwise;
}
