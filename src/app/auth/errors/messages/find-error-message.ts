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
 * All messages. The numbers select texts only, because Microsoft may change them. Any of the codes is in
 * docs/troubleshooting.md too.
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
 * Finds the message by Entra's numbers, the most specific; then by code and suberror, suberror alone, code alone.
 * @param numbers without `AADSTS`
 */
export function findErrorMessage(
  numbers: readonly string[],
  code: string,
  subError: string,
): ErrorMessage | undefined {
  const keys = [...numbers, `${code}/${subError}`, `*/${subError}`, code];
  return keys.map((key) => byKey.get(key)).find((message) => message !== undefined);
}
