import { accountMeanings } from './account';
import { browserMeanings } from './browser';
import { interactionMeanings } from './interaction';
import { interruptedMeanings } from './interrupted';
import type { Meaning, MeaningRow } from './meaning';
import { networkMeanings } from './network';
import { permissionMeanings } from './permission';
import { policyMeanings } from './policy';
import { registrationMeanings } from './registration';

/**
 * Every row of the table. Numbers are checked against Microsoft's page of AADSTS codes, MSAL's codes
 * against its sources. docs/troubleshooting.md covers the same codes for whoever runs the app.
 *
 * Microsoft may change numbers at any time and asks that no program depend on them, so here they choose
 * words and nothing else; a number that is missing falls back to the code, which is stable.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 * @see https://learn.microsoft.com/entra/msal/javascript/browser/errors
 */
export const meaningRows: readonly MeaningRow[] = [
  ...interactionMeanings,
  ...permissionMeanings,
  ...accountMeanings,
  ...policyMeanings,
  ...registrationMeanings,
  ...networkMeanings,
  ...interruptedMeanings,
  ...browserMeanings,
];

const byKey = new Map(
  meaningRows.flatMap(({ keys, ...meaning }) => keys.map((key) => [key, meaning] as const)),
);

/**
 * What an error means: by Entra's number first, which says most; then by code and suberror, by suberror
 * alone, by code alone.
 *
 * @param numbers Entra's numbers, without `AADSTS`; the first that the table knows counts
 * @param code MSAL's or OAuth's
 * @param subError refines the code; may be empty
 * @returns undefined when the table knows none of them
 */
export function meaningOf(
  numbers: readonly string[],
  code: string,
  subError: string,
): Meaning | undefined {
  const keys = [...numbers, `${code}/${subError}`, `*/${subError}`, code];
  return keys.map((key) => byKey.get(key)).find((meaning) => meaning !== undefined);
}
