import { parseAuthError } from './parse-auth-error';
import type { ErrorMessage } from './messages/error-message';
import { findErrorMessage } from './messages/find-error-message';

/** A sign-in that did not succeed: the message for the person, and what support needs. */
export interface SignInFailure extends ErrorMessage {
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
 * Returns the message for a failed sign-in or a missing token, by MSAL's codes and Entra's numbers. Never shows what
 * a server wrote, has a message for whatever is thrown, and never throws.
 *
 * @param error what MSAL threw, or TokenError
 * @param returnUrl path in this app the person wanted to reach
 * @param time when it happened
 */
export function signInFailure(error: unknown, returnUrl: string, time = new Date()): SignInFailure {
  const { subError, numbers, correlationId, fallback, ...parsed } = parseAuthError(error);
  // MSAL's hidden iframe only times out when there is no network.
  const isOffline = parsed.code === 'timed_out' && !navigator.onLine;
  const code = isOffline ? 'no_network_connectivity' : parsed.code;
  const number = numbers[0];
  return {
    ...(findErrorMessage(numbers, code, subError) ?? findErrorMessage([], fallback, '') ?? UNKNOWN),
    code: number ? `${code} (AADSTS${number})` : code,
    correlationId,
    time,
    returnUrl,
  };
}

const UNKNOWN: ErrorMessage = {
  kind: 'unknown',
  title: 'Sign-in did not work',
  explanation: 'Something went wrong between this app and Microsoft Entra ID.',
  remedy: 'Try again. If it keeps happening, send the details below to your support team.',
  retry: 'never-automatic',
};
