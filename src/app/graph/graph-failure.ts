import { HttpErrorResponse } from '@angular/common/http';

/** A Graph call that did not succeed, in words for the person and with what support needs. */
export interface GraphFailure {
  /** What happened, in one sentence. */
  readonly title: string;
  /** What the person can do. */
  readonly remedy: string;
  /** `HTTP 403`, or what kept the call from getting that far. */
  readonly code: string;
  /** Graph's `request-id`, for support; empty when Graph never saw the call. */
  readonly requestId: string;
  /** Whether signing in again is the way on. */
  readonly needsSignIn: boolean;
}

/**
 * What a failed Graph call means. Goes by the status; what the body says is never shown.
 * @see https://learn.microsoft.com/graph/errors
 */
export function graphFailure(error: unknown): GraphFailure {
  const response = error instanceof HttpErrorResponse ? error : undefined;
  return {
    ...meaning(response),
    code: response?.status ? `HTTP ${response.status}` : (error as Error).name,
    requestId: response?.headers.get('request-id') ?? '',
    needsSignIn: response?.status === 401,
  };
}

function meaning(response: HttpErrorResponse | undefined): Pick<GraphFailure, 'title' | 'remedy'> {
  // Angular reports a 200 whose body is not JSON as an error, too.
  if (!response || response.status === 200) return UNREADABLE;
  if (response.status >= 500) return UNAVAILABLE;
  return BY_STATUS[response.status] ?? REFUSED;
}

const UNREADABLE = {
  title: 'The answer from Microsoft Graph could not be read.',
  remedy: 'Try again. If it keeps happening, send the details below to your support team.',
};
const UNAVAILABLE = {
  title: 'Microsoft Graph is not available at the moment.',
  remedy: 'Wait a little, then try again.',
};
const REFUSED = {
  title: 'Microsoft Graph refused the request.',
  remedy: 'Try again. If it keeps happening, send the details below to your support team.',
};
const BY_STATUS: Readonly<Record<number, { title: string; remedy: string } | undefined>> = {
  0: {
    title: 'Microsoft Graph could not be reached.',
    remedy: 'Check your connection, then try again.',
  },
  401: {
    title: 'Your sign-in is no longer valid for Microsoft Graph.',
    remedy: 'Sign in again to continue.',
  },
  403: {
    title: 'You do not have permission to read this.',
    remedy: 'Ask your administrator to allow this app to read your profile.',
  },
  404: {
    title: 'Microsoft Graph has no data for this account.',
    remedy: 'Personal accounts and some guests have none; try another account.',
  },
  429: {
    title: 'Microsoft Graph is busy.',
    remedy: 'Wait a minute, then try again.',
  },
};
