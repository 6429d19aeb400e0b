/** Control characters, lone surrogates, and marks that change the direction of the text around a name. */
const UNSAFE = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
/** A letter, digit, sign or emoji; not the letters that Unicode wants to be invisible, such as U+3164. */
const VISIBLE = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * Returns a text out of a directory as it can be shown: on one line, without characters that nobody sees but that
 * reorder what stands beside them (CVE-2021-42574).
 *
 * @returns an empty text when nothing would be seen
 */
export function visibleText(text: string | null | undefined): string {
  const shown = (text ?? '').replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim();
  return VISIBLE.test(shown) ? shown : '';
}

/**
 * Returns what a person is called, everywhere in the app: the first of `names` in which something can be seen. A
 * directory may have a name that is empty, blank or missing, and an ID token may have none.
 *
 * @param names display name first, then what may stand for it
 * @see https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference
 */
export function personName(...names: readonly (string | null | undefined)[]): string {
  return names.map(visibleText).find((name) => name !== '') ?? 'Account without a name';
}
