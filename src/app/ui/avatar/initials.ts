const segmenter = new Intl.Segmenter();
/** What a word can begin with that stands for the person: no bracket, no quotation mark. */
const LETTER = /[\p{L}\p{N}\p{Emoji_Presentation}]/u;

/**
 * Returns the first letters of the first and last word of a name, in capitals. Letters are graphemes, so that neither
 * an accent nor an emoji is cut apart.
 *
 * @param name in any script
 * @returns at most two graphemes; empty for an empty name
 */
export function initials(name: string): string {
  const [first = '', ...others] = name.trim().split(/\s+/).map(firstLetter);
  return first + (others.at(-1) ?? '');
}

function firstLetter(word: string): string {
  const graphemes = [...segmenter.segment(word)].map(({ segment }) => segment);
  const letter = graphemes.find((grapheme) => LETTER.test(grapheme)) ?? graphemes[0] ?? '';
  const capital = letter.toLocaleUpperCase();
  // The capital of ß is SS, which is two.
  return [...segmenter.segment(capital)].length === 1 ? capital : letter;
}
