import { transientCodes } from './messages/transient-codes';
import { parseAuthError } from './parse-auth-error';

const TRANSIENT: ReadonlySet<string> = new Set(
  Object.values(transientCodes).flatMap(({ keys }) => keys),
);

/** Entra ID's number for an app that requests tokens in a loop, which a retry would continue. */
const LOOP = '50196';

/** Whether an error of MSAL's, or a TokenError, is likely to pass. */
export function isTransient(error: unknown): boolean {
  const { numbers, code, fallback } = parseAuthError(error);
  return !numbers.includes(LOOP) && [...numbers, code, fallback].some((key) => TRANSIENT.has(key));
}
