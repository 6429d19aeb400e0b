export type FailureKind =
  /** The person has to act at Entra ID. */
  | 'interaction'
  | 'permission'
  | 'account'
  | 'policy'
  | 'registration'
  /** Entra ID was unreachable, or its response invalid. */
  | 'network'
  /** Entra ID is overloaded, or throttles this app. */
  | 'busy'
  /** A sign-in or a call was not completed. */
  | 'interrupted'
  | 'browser'
  /** A defect of this app. */
  | 'app'
  | 'unknown';

/** When a retry makes sense. Advice only: MSAL's InteractionRequiredAuthError decides on a redirect, never a number. */
export type Retry =
  /** The person or an administrator has to change something first. */
  | 'never-automatic'
  | 'after-pause'
  | 'when-online'
  /** After one interaction at Entra ID. */
  | 'interaction';

export interface ErrorMessage {
  readonly kind: FailureKind;
  readonly title: string;
  readonly explanation: string;
  readonly remedy: string;
  /** Advice for an administrator of the organization or of this app, if any. */
  readonly administrator?: string;
  readonly retry: Retry;
}

/** Keys: Entra's number `65004`, a code `access_denied`, code and suberror `timed_out/failed_to_redirect`. */
export interface ErrorMessageEntry extends ErrorMessage {
  readonly keys: readonly string[];
}
