/** What an error means, in plain words. */
export interface Meaning {
  /** One line that says what happened. */
  readonly title: string;
  /** Why, as far as the code tells. */
  readonly explanation: string;
  /** What the person can do. */
  readonly remedy: string;
}

const DECLINED: Meaning = {
  title: 'Permission was declined',
  explanation:
    'This app needs your permission to read your profile. It was declined, so nothing was read.',
  remedy: 'Try again and select Accept, or leave the app; nothing has been stored.',
};

const INTERRUPTED: Meaning = {
  title: 'Sign-in was interrupted',
  explanation: 'The answer did not fit the sign-in that this tab had begun, so it was not used.',
  remedy: 'Try again, and finish signing in within the same tab.',
};

const UNREACHABLE: Meaning = {
  title: 'The sign-in service could not be reached',
  explanation: 'The network or the service did not answer.',
  remedy: 'Check your connection, then try again.',
};

const WRONG_PLATFORM: Meaning = {
  title: 'This app is not registered correctly',
  explanation:
    'Its redirect URI is registered for another platform than "Single-page application".',
  remedy:
    'An administrator has to move the redirect URI to the platform "Single-page application" in the app registration.',
};

const UNREGISTERED: Meaning = {
  title: 'This app is not known to the directory',
  explanation: 'The client ID in config.json belongs to no application that may sign in here.',
  remedy: 'An administrator has to check clientId and tenant in config.json.',
};

/**
 * Meanings by Entra's number (AADSTS) or MSAL's error code.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export const meanings: Readonly<Record<string, Meaning | undefined>> = {
  '65004': DECLINED,
  access_denied: DECLINED,
  state_mismatch: INTERRUPTED,
  nonce_mismatch: INTERRUPTED,
  unable_to_parse_state: INTERRUPTED,
  no_token_request_cache_error: INTERRUPTED,
  unable_to_parse_token_request_cache_error: INTERRUPTED,
  interaction_in_progress: {
    title: 'A sign-in is already running',
    explanation: 'This tab has begun a sign-in that is not finished.',
    remedy: 'Finish it, or try again.',
  },
  post_request_failed: UNREACHABLE,
  get_request_failed: UNREACHABLE,
  network_error: UNREACHABLE,
  no_network_connectivity: UNREACHABLE,
  endpoints_resolution_error: UNREACHABLE,
  openid_config_error: UNREACHABLE,
  timed_out: UNREACHABLE,
  temporarily_unavailable: UNREACHABLE,
  server_error: UNREACHABLE,
  '9002326': WRONG_PLATFORM,
  '9002325': WRONG_PLATFORM,
  '700016': UNREGISTERED,
  unauthorized_client: UNREGISTERED,
};
