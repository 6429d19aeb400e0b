import type { ErrorMessageEntry } from './error-message';

/** Errors of a sign-in, or a call, that did not run from its beginning to its end. */
export const interruptedMessages: readonly ErrorMessageEntry[] = [
  {
    keys: [
      'state_mismatch',
      'nonce_mismatch',
      'invalid_state',
      'state_not_found',
      'no_state_in_hash',
      'unable_to_parse_state',
      'state_interaction_type_mismatch',
    ],
    kind: 'interrupted',
    title: 'Sign-in was interrupted',
    explanation: 'The answer did not fit the sign-in that this tab had begun, so it was not used.',
    remedy: 'Try again, and finish signing in within the same tab.',
    retry: 'never-automatic',
  },
  {
    keys: [
      'no_token_request_cache_error',
      'unable_to_parse_token_request_cache_error',
      'auth_request_not_set_error',
      'auth_code_required',
      'authorization_code_missing_from_server_response',
    ],
    kind: 'interrupted',
    title: 'Sign-in was interrupted',
    explanation:
      'What this tab had noted when the sign-in began is gone, so it could not be finished.',
    remedy: 'Try again, and do not clear the browser’s data in between.',
    retry: 'never-automatic',
  },
  {
    keys: [
      'hash_empty_error',
      'hash_does_not_contain_known_properties',
      'hash_not_deserialized',
      'empty_response',
      'redirect_bridge_empty_response',
    ],
    kind: 'interrupted',
    title: 'The answer of the sign-in got lost',
    explanation: 'The browser came back from the sign-in page without an answer.',
    remedy: 'Try again.',
    administrator:
      'The page of redirectUri must not be redirected by the host, nor its fragment removed.',
    retry: 'never-automatic',
  },
  {
    keys: ['54005', '900561'],
    kind: 'interrupted',
    title: 'This sign-in was already used',
    explanation:
      'Its answer serves once; it came a second time, after a reload or the Back button.',
    remedy: 'Try again.',
    administrator:
      'Where it comes back, look for a proxy or an extension that sends requests twice.',
    retry: 'never-automatic',
  },
  {
    keys: ['repeat_needed'],
    kind: 'interrupted',
    title: 'A further check came first',
    explanation: 'Your organization asked for it before anything was changed, and it is done now.',
    remedy: 'Try again: nothing has been changed so far.',
    retry: 'never-automatic',
  },
  {
    keys: ['account_changed'],
    kind: 'interrupted',
    title: 'Another account is in use now',
    explanation: 'What was begun with one account is not done with another.',
    remedy: 'Try again with this account, or switch back first.',
    retry: 'never-automatic',
  },
  {
    keys: ['interaction_in_progress'],
    kind: 'interrupted',
    title: 'A sign-in is already running',
    explanation: 'This tab has begun a sign-in that is not finished.',
    remedy: 'Finish it, or try again.',
    retry: 'never-automatic',
  },
  {
    keys: ['user_cancelled', 'user_canceled', 'interaction_in_progress_cancelled'],
    kind: 'interrupted',
    title: 'Sign-in was not finished',
    explanation: 'The sign-in page was left or closed before the end.',
    remedy: 'Try again when you are ready.',
    retry: 'never-automatic',
  },
];
