import { HttpErrorResponse } from '@angular/common/http';
import {
  type GraphFailureKind,
  type GraphErrorMessage,
  graphErrorMessages,
} from './graph-error-messages';
import type { Settings } from '../settings/settings';
import { isTimeout } from './is-timeout';
import { formatDuration, retryAfter } from './retry-after';

/** A Graph call that did not succeed: the message for the person, and what support needs. */
export interface GraphFailure extends GraphErrorMessage {
  readonly kind: GraphFailureKind;
  /** `HTTP 403`, or what kept the call from getting that far. */
  readonly code: string;
  /** Graph's `request-id`, for support; empty when Graph never saw the call. */
  readonly requestId: string;
  /** When it happened. */
  readonly time: Date;
  /** Whether signing in again is the way on. */
  readonly needsSignIn: boolean;
}

/**
 * Returns the message for a failed call to Graph or an API of `apis`, by its status. Never shows what the body says.
 * @see https://learn.microsoft.com/graph/errors
 *
 * @param apis of the settings: a call to one of them is reported under its name
 */
export function graphFailure(
  error: unknown,
  time = new Date(),
  apis: Settings['apis'] = [],
): GraphFailure {
  const response = error instanceof HttpErrorResponse ? error : undefined;
  const kind = kindOf(response);
  const wait = retryAfter(response?.headers.get('Retry-After') ?? null, time.getTime());
  const message = messageOf(kind, apis.find(({ origin }) => isAt(origin, response?.url))?.name);
  return {
    ...message,
    kind,
    remedy: wait ? `Wait for ${formatDuration(wait)}, then try again.` : message.remedy,
    code: codeOf(error),
    requestId: identifier(response?.headers.get('request-id')),
    time,
    needsSignIn: kind === 'signed-out',
  };
}

/** The table speaks of Graph; what it says of a status holds for any API. */
function messageOf(kind: GraphFailureKind, api = 'Microsoft Graph'): GraphErrorMessage {
  const { title, explanation, remedy, administrator } = graphErrorMessages[kind];
  const of = (text: string) => text.replaceAll('Microsoft Graph', () => api);
  return {
    title: of(title),
    explanation: of(explanation),
    remedy: of(remedy),
    ...(administrator && { administrator: of(administrator) }),
  };
}

function isAt(origin: string, url: string | null | undefined): boolean {
  return url !== null && url !== undefined && new URL(url, origin).origin === origin;
}

function kindOf(response: HttpErrorResponse | undefined): GraphFailureKind {
  // Without an HttpErrorResponse, or with a 2xx, the body could not be read.
  if (!response || isSuccess(response.status)) return 'unreadable';
  if (response.status === 0) return unansweredKind(response);
  if (response.status === 429 || response.status === 509) return 'busy';
  if (response.status >= 500) return 'unavailable';
  return BY_STATUS[response.status] ?? 'refused';
}

function unansweredKind(response: HttpErrorResponse): GraphFailureKind {
  if (isTimeout(response)) return 'timeout';
  return navigator.onLine ? 'unreachable' : 'offline';
}

const BY_STATUS: Readonly<Record<number, GraphFailureKind | undefined>> = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'not-found',
  410: 'not-found',
};

function codeOf(error: unknown): string {
  if (error instanceof HttpErrorResponse) {
    if (error.status) return `HTTP ${error.status}`;
    return isTimeout(error) ? 'TimeoutError' : 'NetworkError';
  }
  return identifier(error instanceof Error ? error.name : '') || 'unknown';
}

/** Headers come from outside: only what looks like an ID is shown. */
function identifier(text: string | null | undefined): string {
  return text && /^[\w-]{1,64}$/.test(text) ? text : '';
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
