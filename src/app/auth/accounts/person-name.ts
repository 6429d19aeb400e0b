/** Control characters, lone surrogates and bidirectional formatting. */
const UNSAFE = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
/** A visible character: no letter that Unicode makes invisible, such as U+3164. */
const VISIBLE = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{P}\p{S}]/u;

/** Returns text on one line without characters that reorder the text beside them (CVE-2021-42574); may be empty. */
export function visibleText(text: string | null | undefined): string {
  const shown = (text ?? '').replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim();
  return VISIBLE.test(shown) ? shown : '';
}

/** Returns the first visible name; a directory or an ID token may have an empty, blank or missing one. */
export function personName(...names: readonly (string | null | undefined)[]): string {
  return names.map(visibleText).find((name) => name !== '') ?? $localize`Account without a name`;
}
