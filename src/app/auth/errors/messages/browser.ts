import type { ErrorMessageEntry } from './error-message';
import { transientCodes } from './transient-codes';

/** Errors of what the browser gives the app, and of the app itself. */
export const browserMessages: readonly ErrorMessageEntry[] = [
  {
    keys: ['storage_not_supported', 'SecurityError', 'in_mem_redirect_unavailable'],
    kind: 'browser',
    title: 'The browser’s storage is switched off',
    explanation: 'Signing in needs it to remember what it began.',
    remedy: 'Allow cookies and site data for this site, then try again.',
    administrator: 'Allow site data for this address in the policies of managed browsers.',
    retry: 'never-automatic',
  },
  {
    keys: [
      'CacheError',
      'QuotaExceededError',
      'cache_quota_exceeded',
      'cache_error_unknown',
      'database_unavailable',
      'database_not_open',
    ],
    kind: 'browser',
    title: 'The browser’s storage is full',
    explanation: 'There was no room to keep the session, so it was not begun.',
    remedy: 'Delete data of this site or free space on the device, then try again.',
    retry: 'never-automatic',
  },
  {
    keys: ['crypto_nonexistent', 'crypto_subtle_undefined', 'no_crypto_object', 'pkce_not_created'],
    kind: 'browser',
    title: 'The browser’s cryptography is missing',
    explanation: 'Browsers offer it on secure pages only, and signing in needs it.',
    remedy: 'Open this site with https://.',
    administrator: 'Serve the app over HTTPS; on one’s own computer http://localhost will do.',
    retry: 'never-automatic',
  },
  {
    keys: ['popup_window_error', 'empty_window_error'],
    kind: 'browser',
    title: 'The sign-in window was blocked',
    explanation: 'The browser did not let this site open a window.',
    remedy: 'Allow pop-ups for this site, then try again.',
    administrator:
      'Allow pop-ups for this address in the policies of managed browsers, or set interaction to redirect in config.json.',
    retry: 'never-automatic',
  },
  {
    keys: [
      'redirect_in_iframe',
      'block_iframe_reload',
      'block_nested_popups',
      'popup_relay_unsupported_flow',
    ],
    kind: 'browser',
    title: 'Signing in needs a window of its own',
    explanation: 'This page was opened inside another one, where signing in is not allowed.',
    remedy: 'Open this site in a tab of its own.',
    administrator:
      'The app must not be framed, and silentRedirectUri must be the static bridge page.',
    retry: 'never-automatic',
  },
  {
    keys: [
      'client_info_decoding_error',
      'client_info_empty_error',
      'token_parsing_error',
      'null_or_empty_token',
    ],
    kind: 'network',
    title: 'The answer of the sign-in service could not be used',
    explanation: 'It was not complete or not in the form it should have, so it was not used.',
    remedy: 'Try again. If it comes back, send the details to your support team.',
    administrator:
      'See whether a proxy or a filter on the way changes the answers of the sign-in service.',
    retry: 'never-automatic',
  },
  {
    keys: ['id_token_aud', 'id_token_iss'],
    kind: 'app',
    title: 'The sign-in was not meant for this app',
    explanation: 'Its answer names another app or another identity provider, so it was not used.',
    remedy: 'Try again. If it comes back, send the details to your support team.',
    administrator:
      'Check clientId and authority in config.json; if they are right, treat it as an attack.',
    retry: 'never-automatic',
  },
  {
    keys: ['id_token_exp'],
    kind: 'browser',
    title: 'The clock of this device seems to be wrong',
    explanation: 'The sign-in that just came in had expired long ago by this device’s time.',
    remedy: 'Set date, time and time zone to automatic, then try again.',
    administrator: 'Have managed devices set their clocks by a time server.',
    retry: 'never-automatic',
  },
  {
    keys: [
      'not_protected',
      'uninitialized_public_client_application',
      'stubbed_public_client_application_called',
      'unsupported_grant_type',
    ],
    kind: 'app',
    title: 'This app made a mistake',
    explanation: 'It asked for something in the wrong way. It is not your fault.',
    remedy: 'Load the page again. If it comes back, send the details to your support team.',
    administrator: 'A defect: report it, with its code, to the developers of this app.',
    retry: 'never-automatic',
  },
  {
    ...transientCodes.tokenUnavailable,
    kind: 'network',
    title: 'Your session could not be renewed just now',
    explanation: 'It is for a passing reason; you are still signed in.',
    remedy: 'Wait a moment, then try again.',
  },
];
