import { parseAuthError } from './parse-auth-error';
import type { ErrorMessage } from './messages/error-message';
import { findErrorMessage } from './messages/find-error-message';

/** A failed sign-in: the message for the person, and the details for support. */
export interface SignInFailure extends ErrorMessage {
  /** MSAL's or OAuth's code, with Entra's number if any: `access_denied (AADSTS65004)`. */
  readonly code: string;
  /** Finds the attempt in Entra's sign-in logs; may be empty. */
  readonly correlationId: string;
  readonly time: Date;
  /** Path in this app to retry. */
  readonly returnUrl: string;
}

/**
 * Returns the message for a failed sign-in or token request by its codes. Never shows a server's text, never throws.
 * @param returnUrl path in this app to retry
 */
export function signInFailure(error: unknown, returnUrl: string, time = new Date()): SignInFailure {
  const { subError, numbers, correlationId, fallback, ...parsed } = parseAuthError(error);
  // Without a network, MSAL's hidden iframe reports a timeout.
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
  title: $localize`Sign-in did not work`,
  explanation: $localize`Something went wrong between this app and Microsoft Entra ID.`,
  remedy: $localize`Try again. If it keeps happening, send the details below to your support team.`,
  retry: 'never-automatic',
};
