import browserStrings from '../../../../node_modules/@azure/msal-browser/dist/log-strings-mapping.json';
import commonStrings from '../../../../node_modules/@azure/msal-common/dist-browser/log-strings-mapping.json';

/** The packages whose log lines can be read, with the versions their texts are of. */
export const readableVersions = {
  browser: browserStrings.packageVersion,
  common: commonStrings.packageVersion,
};

const texts: Readonly<Record<string, { message: string } | undefined>> = {
  ...browserStrings.mappings,
  ...commonStrings.mappings,
};

/**
 * Makes a line of MSAL's log readable. To stay small MSAL logs six characters in place of each text,
 * with the values behind them; its packages bring the texts along, though not among their exports.
 *
 * @param line `[time] : [correlation id] : package@version : level - hash values…`
 * @returns the line with the text in place of the hash; a line without a known hash as it is
 */
export function readableLine(line: string): string {
  return line.replace(/ - (\w{6})(?: (.*))?$/s, (whole, hash: string, values = '') => {
    const text = texts[hash]?.message;
    return text ? ` - ${withValues(text, String(values))}` : whole;
  });
}

/** Puts the values, which a space parts, where the text names them; what is left over goes to the last. */
function withValues(text: string, values: string): string {
  const rest = values === '' ? [] : values.split(' ');
  let left = text.match(PLACEHOLDER)?.length ?? 0;
  return text.replace(PLACEHOLDER, (name) => {
    left -= 1;
    return rest.splice(0, left > 0 ? 1 : rest.length).join(' ') || name;
  });
}

const PLACEHOLDER = /\$\{[^}]*\}/g;
