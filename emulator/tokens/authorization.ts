import type { Person } from '../directory/person.ts';
import type { Platform, Registration } from '../directory/registration.ts';
import type { Scope } from '../directory/scope.ts';

/** What a person agreed to at the authorize endpoint: the facts a code and its tokens stand for. */
export interface Authorization {
  readonly client: Registration;
  readonly person: Person;
  readonly scopes: readonly Scope[];
  readonly redirectUri: string;
  readonly platform: Platform;
  readonly codeChallenge?: string;
  readonly nonce?: string;
  /** Its number among all grants. */
  readonly serial: number;
  /** Milliseconds. */
  readonly issuedAt: number;
  /** The browser session's id for this account: `sid` in the ID token. */
  readonly sessionId: string;
  /** Seconds. */
  readonly authTime: number;
  /** The number of the step-up approved on a page, 0 for none. */
  readonly approval: number;
  readonly withClientInfo: boolean;
  /** `xms_cc` asked for through the claims parameter: the client handles claims challenges. */
  readonly clientCapabilities: readonly string[];
  readonly authMethods: readonly string[];
  readonly signInState: readonly string[];
  readonly authContext: readonly string[];
  readonly idTokenClaims: readonly string[];
  readonly withAuthTime: boolean;
}
