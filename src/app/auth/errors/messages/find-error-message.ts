import { accountMessages } from './account';
import { browserMessages } from './browser';
import { interactionMessages } from './interaction';
import { interruptedMessages } from './interrupted';
import type { ErrorMessage, ErrorMessageEntry } from './error-message';
import { networkMessages } from './network';
import { permissionMessages } from './permission';
import { policyMessages } from './policy';
import { registrationMessages } from './registration';

/**
 * Every row of the table. Numbers are checked against Microsoft's page of AADSTS codes, MSAL's codes
 * against its sources; docs/troubleshooting.md covers the same codes. Microsoft may change numbers and asks that no
 * program depend on them: they choose texts only, and a missing one falls back to the code, which is stable.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 * @see https://learn.microsoft.com/entra/msal/javascript/browser/errors
 */
export const errorMessages: readonly ErrorMessageEntry[] = [
  ...interactionMessages,
  ...permissionMessages,
  ...accountMessages,
  ...policyMessages,
  ...registrationMessages,
  ...networkMessages,
  ...interruptedMessages,
  ...browserMessages,
];

const byKey = new Map(
  errorMessages.flatMap(({ keys, ...message }) => keys.map((key) => [key, message] as const)),
);

/**
 * Finds the message for an error: by Entra's number first, which is the most specific; then by code and suberror,
 * by suberror alone, by code alone.
 *
 * @param numbers Entra's numbers, without `AADSTS`; the first that the table knows counts
 * @param code MSAL's or OAuth's
 * @param subError refines the code; may be empty
 * @returns undefined when the table knows none of them
 */
export function findErrorMessage(
  numbers: readonly string[],
  code: string,
  subError: string,
): ErrorMessage | undefined {
  const keys = [...numbers, `${code}/${subError}`, `*/${subError}`, code];
  return keys.map((key) => byKey.get(key)).find((message) => message !== undefined);
}
