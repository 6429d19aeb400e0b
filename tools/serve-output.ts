import { stripVTControlCharacters } from 'node:util';

/** Lines of `ng serve` that say nothing to whoever works on the app; what is not listed is shown. */
const NOISE: readonly RegExp[] = [
  /^\s*$/,
  /^[❯✔] /,
  /^(Initial|Lazy|Server|Browser|Prerendered).*\|/,
  // A row of the tables of chunks: `main.js | main | 7.16 kB |`.
  /\|\s+[\d.]+ (bytes|[kM]?B)\s*\|?\s*$/,
  /^\.\.\.and \d+ more .* files/,
  /^Watch mode enabled/,
  /^NOTE: Raw file sizes/,
  /^\s*➜ /,
  /\[vite\].*optimiz/,
  /^(Page reload|Component update|Stylesheet update).* sent to client/,
];

const BUILT = /^Application bundle generation (complete|failed)\.(?: \[([\d.]+) seconds\])?/;

/**
 * What to show of a line that `ng serve` writes to its standard output. Its errors and warnings come on
 * the other stream, and are shown as they are.
 *
 * @param line without its end
 * @param isRebuild whether the app has been ready before
 * @returns the line to show, or undefined for none
 */
export function shownLine(line: string, isRebuild: boolean): string | undefined {
  const text = stripVTControlCharacters(line);
  const [isEnd, result, seconds = '?'] = BUILT.exec(text) ?? [];
  if (isEnd && result === 'failed') {
    return 'The app could not be built. Mend the errors shown here: saving a file builds it again.';
  }
  if (isEnd) return isRebuild ? `The app was built again, in ${seconds} seconds.` : undefined;
  return NOISE.some((pattern) => pattern.test(text)) ? undefined : line;
}
