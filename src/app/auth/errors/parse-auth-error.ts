import { AuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser';
import { TokenError } from './token-error';

/** What identifies a thrown value, without any text of it. */
export interface ParsedAuthError {
  /** MSAL's or OAuth's error code, or the error's name. */
  readonly code: string;
  /** Refines the code; may be empty. */
  readonly subError: string;
  /** Entra's numbers without `AADSTS`, the most specific first. */
  readonly numbers: readonly string[];
  /** Finds the attempt in Entra's sign-in logs; may be empty. */
  readonly correlationId: string;
  /** The code that stands for it when the table knows none of the others; may be empty. */
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
 * Reads an error's codes and IDs. They may come from a server, or from an address somebody made up, so only what
 * looks like one is taken: never a sentence, never markup. Never throws.
 */
export function parseAuthError(error: unknown): ParsedAuthError {
  try {
    if (error instanceof TokenError) return ofTokenError(error);
    return error instanceof AuthError ? ofAuthError(error) : ofOther(error);
  } catch {
    // A hostile or broken object may throw when it is read.
    return NOTHING;
  }
}

/** The cause is more specific, unless the app itself refused. */
function ofTokenError({ kind, cause }: TokenError): ParsedAuthError {
  if (cause === undefined) return { ...NOTHING, code: kind };
  const parsed = parseAuthError(cause);
  return kind === 'token_unavailable' || kind === 'interaction_required'
    ? { ...parsed, fallback: kind }
    : { ...NOTHING, code: kind, correlationId: parsed.correlationId };
}

function ofAuthError(error: AuthError): ParsedAuthError {
  const throttled = isThrottled(error);
  return {
    code: throttled ? 'throttled' : identifier(error.errorCode, 'unknown'),
    subError: identifier(error.subError, ''),
    numbers: numbersOf(error),
    correlationId: identifier(error.correlationId, ''),
    fallback: fallbackOf(error),
  };
}

/**
 * Whether MSAL refused the call itself because an earlier one met a 429, a 5xx or Retry-After. Its error
 * then has Entra's numbers for a code, joined by spaces, `90055`, or no code at all.
 */
function isThrottled(error: AuthError): boolean {
  return error instanceof ServerError && /^[\d ]*$/.test(error.errorCode);
}

/** Entra sends its number in a field, in `error_uri`, or only in front of its description. */
function numbersOf(error: AuthError): string[] {
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

function fallbackOf(error: AuthError): string {
  if (error instanceof InteractionRequiredAuthError) return 'interaction_required';
  const status = error instanceof ServerError ? (error.status ?? 0) : 0;
  return status === 429 || status >= 500 ? 'throttled' : '';
}

/** MSAL's CacheError is no AuthError, and a refused storage throws the browser's own. */
function ofOther(error: unknown): ParsedAuthError {
  if (typeof error !== 'object' || error === null) return NOTHING;
  const { name, errorCode } = error as { name?: unknown; errorCode?: unknown };
  const code = identifier(name, 'unknown');
  return { ...NOTHING, code: code === 'CacheError' ? identifier(errorCode, code) : code };
}

function identifier(text: unknown, otherwise: string): string {
  return typeof text === 'string' && /^\w[\w.-]{0,63}$/.test(text) ? text : otherwise;
}
