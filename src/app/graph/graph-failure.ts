import { HttpErrorResponse } from '@angular/common/http';
import {
  type GraphFailureKind,
  type GraphErrorMessage,
  graphErrorMessages,
} from './graph-error-messages';
import type { Settings } from '../settings/settings';
import { isTimeout } from './is-timeout';
import { formatDuration, retryAfter } from './retry-after';

/** A failed Graph call: the message for the person, and the details for support. */
export interface GraphFailure extends GraphErrorMessage {
  readonly kind: GraphFailureKind;
  /** `HTTP 403`, or the name of the error. */
  readonly code: string;
  /** Graph's `request-id`; empty when Graph did not respond. */
  readonly requestId: string;
  readonly time: Date;
  /** Whether signing in again may help. */
  readonly needsSignIn: boolean;
}

/**
 * Returns the message for a failed call to Graph or an API of `apis`, by its status; never text from the response.
 * @see https://learn.microsoft.com/graph/errors
 */
export function graphFailure(
  error: unknown,
  time = new Date(),
  apis: Settings['apis'] = [],
): GraphFailure {
  const response = error instanceof HttpErrorResponse ? error : undefined;
  const kind = kindOf(response);
  const delay = retryAfter(response?.headers.get('Retry-After') ?? null, time.getTime());
  const message = messageFor(kind, apis.find(({ origin }) => isAt(origin, response?.url))?.name);
  return {
    ...message,
    kind,
    remedy: delay
      ? $localize`Wait for ${formatDuration(delay)}:duration:, then try again.`
      : message.remedy,
    code: codeOf(error),
    requestId: identifier(response?.headers.get('request-id')),
    time,
    needsSignIn: kind === 'signed-out',
  };
}

/** Puts the API's name into messages that are written for Graph. */
function messageFor(kind: GraphFailureKind, api = 'Microsoft Graph'): GraphErrorMessage {
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
  // No HttpErrorResponse, or one with a 2xx: the body could not be parsed.
  if (!response || isSuccess(response.status)) return 'unreadable';
  if (response.status === 0) return noResponseKind(response);
  if (response.status === 429 || response.status === 509) return 'busy';
  if (response.status >= 500) return 'unavailable';
  return BY_STATUS[response.status] ?? 'refused';
}

function noResponseKind(response: HttpErrorResponse): GraphFailureKind {
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

/** Returns an ID from a header, and nothing that is no ID. */
function identifier(text: string | null | undefined): string {
  return text && /^[\w-]{1,64}$/.test(text) ? text : '';
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
