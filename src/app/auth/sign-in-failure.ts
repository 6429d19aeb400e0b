import { AuthError, ServerError } from '@azure/msal-browser';
import { meanings, type Meaning } from './sign-in-failure-meanings';

/** A sign-in that did not succeed, in words for the person and with what support needs. */
export interface SignInFailure extends Meaning {
  /** MSAL's error code or OAuth's, with Entra's number when there is one: `access_denied (AADSTS65004)`. */
  readonly code: string;
  /** Finds the attempt in Entra's sign-in logs; empty when it never got that far. */
  readonly correlationId: string;
  /** When it happened. */
  readonly time: Date;
  /** Path in this app to try again. */
  readonly returnUrl: string;
}

/**
 * What a failed sign-in means. Goes by MSAL's codes and Entra's numbers; `message` is only a link
 * since MSAL 5, and what a server wrote is never shown.
 *
 * @param error what MSAL threw
 * @param returnUrl path in this app the person wanted to reach
 * @param time when it happened
 */
export function signInFailure(error: unknown, returnUrl: string, time = new Date()): SignInFailure {
  const errorCode = codeOf(error);
  const number = entraNumber(error);
  return {
    ...(meanings[number ?? ''] ?? meanings[errorCode] ?? UNKNOWN),
    code: number ? `${errorCode} (AADSTS${number})` : errorCode,
    correlationId: error instanceof AuthError ? error.correlationId : '',
    time,
    returnUrl,
  };
}

/** Entra's number for the error, `65004`, which it sends in `error_uri` or in front of its description. */
function entraNumber(error: unknown): string | undefined {
  if (!(error instanceof AuthError)) return undefined;
  return (
    (error instanceof ServerError ? error.errorNo : undefined) ??
    /AADSTS(\d+)/.exec(error.errorMessage)?.[1]
  );
}

function codeOf(error: unknown): string {
  if (error instanceof AuthError) return error.errorCode;
  // MSAL's CacheError is no AuthError, and a refused storage throws the browser's own.
  return error instanceof Error ? error.name : 'unknown';
}

const UNKNOWN: Meaning = {
  title: 'Sign-in did not work',
  explanation: 'Something went wrong between this app and Microsoft Entra ID.',
  remedy: 'Try again. If it keeps happening, send the details below to your support team.',
};
