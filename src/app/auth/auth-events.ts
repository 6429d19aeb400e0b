import { inject, Service } from '@angular/core';
import { MsalBroadcastService } from '@azure/msal-angular';
import { AuthError, type EventMessage, EventType, InteractionType } from '@azure/msal-browser';
import { map, type Observable, filter } from 'rxjs';

/** Something that happened to the session, without anything of the person in it. */
export interface AuthEvent {
  readonly type: 'signed-in' | 'token' | 'leaving' | 'signed-out' | 'failed';
  /** When, in milliseconds since 1970. */
  readonly time: number;
  /** Finds the attempt in Entra's sign-in logs; empty when there is none. */
  readonly correlationId: string;
  /** MSAL's or OAuth's code when it failed: `interaction_required`. */
  readonly code?: string;
}

/** What happens to the session as one stream, for telemetry. Names, tokens and messages are left out. */
@Service()
export class AuthEvents {
  /** Hot: tells what happens from now on. Never ends and never fails. */
  readonly events$: Observable<AuthEvent> = inject(MsalBroadcastService).msalSubject$.pipe(
    map(toAuthEvent),
    filter((event) => event !== undefined),
  );
}

function toAuthEvent(message: EventMessage): AuthEvent | undefined {
  const type = typeOf(message);
  if (!type) return undefined;
  const { error, timestamp: time, correlationId } = message;
  const code = error instanceof AuthError ? error.errorCode : error?.name;
  return { type, time, correlationId, ...(code && { code }) };
}

function typeOf({ eventType, interactionType }: EventMessage): AuthEvent['type'] | undefined {
  switch (eventType) {
    case EventType.LOGIN_SUCCESS:
      return 'signed-in';
    case EventType.ACQUIRE_TOKEN_SUCCESS:
      return 'token';
    case EventType.ACQUIRE_TOKEN_START:
      return interactionType === InteractionType.Redirect ? 'leaving' : undefined;
    case EventType.LOGOUT_SUCCESS:
      return 'signed-out';
    case EventType.ACQUIRE_TOKEN_FAILURE:
    case EventType.LOGOUT_FAILURE:
      return 'failed';
    default:
      return undefined;
  }
}
