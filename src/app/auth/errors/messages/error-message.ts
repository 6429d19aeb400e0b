/** The kind of an error, for code that acts on it. */
export type FailureKind =
  /** The person has to act at Entra ID: sign in, prove who they are, pick an account. */
  | 'interaction'
  /** A permission was declined or has not been granted. */
  | 'permission'
  /** This account cannot sign in, or not here. */
  | 'account'
  /** A rule of the organization stands against it. */
  | 'policy'
  /** The app registration or config.json is wrong. */
  | 'registration'
  /** Entra ID could not be reached or understood. */
  | 'network'
  /** Entra ID is overloaded, or holds this app back. */
  | 'busy'
  /** A sign-in, or a call, was begun and not finished as it was begun. */
  | 'interrupted'
  /** The browser refuses something that signing in needs. */
  | 'browser'
  /** This app did something it must not. */
  | 'app'
  | 'unknown';

/**
 * When another attempt makes sense without anything having changed. Only advice: MSAL's
 * InteractionRequiredAuthError decides whether the browser may redirect, never a number.
 */
export type Retry =
  /** Never by itself: the person, or an administrator, has to change something first. */
  | 'never-automatic'
  /** The same call, on the same page, after a wait. */
  | 'after-pause'
  /** The same call as soon as the browser is online. */
  | 'when-online'
  /** One visit to Entra ID, with the person in front of it. */
  | 'interaction';

/** What the page says about an error. */
export interface ErrorMessage {
  readonly kind: FailureKind;
  /** One line that says what happened. */
  readonly title: string;
  /** Why, as far as the code tells. */
  readonly explanation: string;
  /** What the person can do. */
  readonly remedy: string;
  /** What an administrator of the organization or of this app can do; absent when it is nothing. */
  readonly administrator?: string;
  readonly retry: Retry;
}

/**
 * A message and the errors that have it: Entra's number `65004`, MSAL's or OAuth's code `access_denied`, or a code
 * with its suberror `timed_out/failed_to_redirect`.
 */
export interface ErrorMessageEntry extends ErrorMessage {
  readonly keys: readonly string[];
}
