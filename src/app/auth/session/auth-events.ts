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

/** How many events are replayed to later subscribers. */
const MAX_EVENTS = 50;

/** `code` is MSAL's or OAuth's, or the name of an error. */
type AuthEventDetails =
  /** The browser redirects to Entra ID, or a popup has opened. */
  | { readonly type: 'redirecting'; readonly to: 'sign-in' | 'sign-out' }
  | { readonly type: 'signed-in' }
  | { readonly type: 'sign-in-failed'; readonly code: string }
  | { readonly type: 'token-renewed' }
  | { readonly type: 'token-failed'; readonly kind: TokenErrorKind; readonly code: string }
  | { readonly type: 'signed-out'; readonly reason: SignOutNotice };

/** A change of the session, without personal data. */
export type AuthEvent = AuthEventDetails & {
  readonly time: number;
  /** Finds the attempt in Entra's sign-in logs; may be empty. */
  readonly correlationId: string;
};

/** Everything that happens to the session, for telemetry. Has no names, tokens or messages. */
@Service()
export class AuthEvents {
  private readonly subject = new ReplaySubject<AuthEvent>(MAX_EVENTS);
  private lastFailure: unknown;

  /** Replays the events since the page was loaded; never completes, never fails. */
  readonly events$: Observable<AuthEvent> = this.subject.asObservable();

  constructor() {
    // MsalGuard and MsalInterceptor act without this app's code.
    inject(MsalService).instance.addEventCallback((message) => {
      const details = toAuthEvent(message);
      if (details) this.emit(details, message.correlationId);
    });
  }

  emit(details: AuthEventDetails, correlationId = ''): void {
    this.subject.next({ ...details, time: Date.now(), correlationId });
  }

  /** Ignores an error that MSAL's event has reported already. */
  signInFailed(error: unknown): void {
    if (error === this.lastFailure) return;
    this.lastFailure = error;
    const { code, correlationId } = parseAuthError(error);
    this.emit({ type: 'sign-in-failed', code }, correlationId);
  }

  /** Ignores Graph's errors, and calls that only wait for the redirect. */
  tokenFailed(error: unknown): void {
    if (!(error instanceof TokenError) || error.kind === 'interaction_started') return;
    const { code, correlationId } = parseAuthError(error);
    this.emit({ type: 'token-failed', kind: error.kind, code }, correlationId);
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
