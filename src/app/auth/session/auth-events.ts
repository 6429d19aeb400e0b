import { inject, Service } from '@angular/core';
import { MsalService } from '@azure/msal-angular';
import {
  type AuthenticationResult,
  type EventMessage,
  EventType,
  InteractionType,
} from '@azure/msal-browser';
import { type Observable, ReplaySubject } from 'rxjs';
import { parseAuthError } from '../errors/parse-auth-error';
import type { SignOutNotice } from '../accounts/sign-out-notice';
import { TokenError, type TokenErrorKind } from '../errors/token-error';

/** How many events are kept for who subscribes later. */
const MAX_EVENTS = 50;

/** Something that happened to the session. `code` is MSAL's or OAuth's, or the name of an error. */
type AuthEventDetails =
  /** The browser is about to leave for Entra ID, or a window has opened. */
  | { readonly type: 'redirecting'; readonly to: 'sign-in' | 'sign-out' }
  /** A sign-in is over, and its ID token holds. */
  | { readonly type: 'signed-in' }
  | { readonly type: 'sign-in-failed'; readonly code: string }
  /** Entra ID has given a new token in silence. */
  | { readonly type: 'token-renewed' }
  /** A Graph call ended for want of a token. */
  | { readonly type: 'token-failed'; readonly kind: TokenErrorKind; readonly code: string }
  /** `here`: by the person, in this tab; the others are what the page says too. */
  | { readonly type: 'signed-out'; readonly reason: 'here' | SignOutNotice };

/** Something that happened to the session, without anything of the person in it. */
export type AuthEvent = AuthEventDetails & {
  /** When, in milliseconds since 1970. */
  readonly time: number;
  /** Finds the attempt in Entra's sign-in logs; empty when there is none. */
  readonly correlationId: string;
};

/** What happens to the session as one stream, for telemetry. Names, tokens and sentences are left out. */
@Service()
export class AuthEvents {
  private readonly subject = new ReplaySubject<AuthEvent>(MAX_EVENTS);
  private lastFailure: unknown;

  /** Begins with what has happened since the page was loaded. Never ends and never fails. */
  readonly events$: Observable<AuthEvent> = this.subject.asObservable();

  constructor() {
    // What MsalGuard begins, and what MSAL fetches for MsalInterceptor, only MSAL itself can tell.
    inject(MsalService).instance.addEventCallback((message) => {
      const details = toAuthEvent(message);
      if (details) this.tell(details, message.correlationId);
    });
  }

  /** @param correlationId MSAL's, or from an error that `parseAuthError` has read */
  tell(details: AuthEventDetails, correlationId = ''): void {
    this.subject.next({ ...details, time: Date.now(), correlationId });
  }

  /** MSAL's event and whoever asked MSAL bring the same error, which is told once. */
  signInFailed(error: unknown): void {
    if (error === this.lastFailure) return;
    this.lastFailure = error;
    const { code, correlationId } = parseAuthError(error);
    this.tell({ type: 'sign-in-failed', code }, correlationId);
  }

  /** Passes over what Graph answered, and a call that only waits for the browser to leave. */
  tokenFailed(error: unknown): void {
    if (!(error instanceof TokenError) || error.kind === 'interaction_started') return;
    const { code, correlationId } = parseAuthError(error);
    this.tell({ type: 'token-failed', kind: error.kind, code }, correlationId);
  }
}

function toAuthEvent({
  eventType,
  interactionType,
  payload,
}: EventMessage): AuthEventDetails | undefined {
  const isSilent = interactionType === InteractionType.Silent;
  if (eventType === EventType.LOGOUT_START) return { type: 'redirecting', to: 'sign-out' };
  if (eventType === EventType.ACQUIRE_TOKEN_START && !isSilent) {
    return { type: 'redirecting', to: 'sign-in' };
  }
  const isRenewal = eventType === EventType.ACQUIRE_TOKEN_SUCCESS && isSilent;
  return isRenewal && !(payload as AuthenticationResult).fromCache
    ? { type: 'token-renewed' }
    : undefined;
}
