import { parseAuthError } from './parse-auth-error';

/** Codes and numbers that say that Entra ID is busy, or that MSAL holds calls back because it was. */
export const BUSY_CODES = [
  'temporarily_unavailable',
  'server_error',
  'throttled',
  '50033',
  '50087',
  '50088',
  '50166',
  '90006',
  '90012',
  '90024',
  '90033',
  '90055',
  '90090',
  '90091',
];

/**
 * Codes and numbers of failures that pass without anybody doing anything, and so are worth another
 * attempt on the same page. The table of messages says the same (`retry: 'after-pause'`), and a
 * spec compares the two; it is not read here because it is loaded only when it is shown.
 */
const PASSING: ReadonlySet<string> = new Set([
  'post_request_failed',
  'get_request_failed',
  'network_error',
  'NetworkError',
  'endpoints_resolution_error',
  'openid_config_error',
  'failed_to_parse_response',
  'failed_to_parse_headers',
  'token_unavailable',
  ...BUSY_CODES,
]);

/** Entra ID says of this one that the app asks in a loop: another attempt would be one more. */
const LOOP = '50196';

/** Whether an error of MSAL's, or a TokenError, is likely to be gone after a pause. */
export function isTransient(error: unknown): boolean {
  const { numbers, code, fallback } = parseAuthError(error);
  return !numbers.includes(LOOP) && [...numbers, code, fallback].some((key) => PASSING.has(key));
}
