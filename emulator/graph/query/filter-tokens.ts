import { GraphError } from '../graph-error.ts';

/** The words of `$filter` (OData 4.01, section 5.1.1), and what each means alone. */

const TOKEN = /\s*(?:('(?:[^']|'')*')|([()=,])|([\w./:+-]+))/gy;
export const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};
export const FUNCTIONS: Readonly<Record<string, (text: string, part: string) => boolean>> = {
  startswith: (text, part) => text.startsWith(part),
  endswith: (text, part) => text.endsWith(part),
  contains: (text, part) => text.includes(part),
};
const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** The properties that a filter which can be read names, in their order. */
export function filteredPaths(text: string): string[] {
  const names = tokenize(text).filter((token) => /^[a-z_][\w/]*$/i.test(token));
  const words = [...Object.keys(COMPARISONS), ...Object.keys(FUNCTIONS), ...CONSTANTS.keys()];
  const others = new Set([...words, 'and', 'or', 'not', 'in']);
  return names.filter((name) => !others.has(name.toLowerCase()));
}

/** @throws GraphError 400 for a character that begins no token */
export function tokenize(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const match = TOKEN.exec(text);
    if (!match) {
      throw invalidFilter(text);
    }
    tokens.push(match[1] ?? match[2] ?? match[3] ?? '');
  }
  return tokens;
}

/** @throws GraphError 400 for a token that is no value */
export function readLiteral(token: string, text: string): unknown {
  if (token.startsWith("'")) {
    return token.slice(1, -1).replaceAll("''", "'");
  }
  if (CONSTANTS.has(token)) {
    return CONSTANTS.get(token);
  }
  if (/^-?\d+(\.\d+)?$/.test(token)) {
    return Number(token);
  }
  if (/^\d{4}-\d\d-\d\d/.test(token)) {
    return token;
  }
  throw invalidFilter(text);
}

export function invalidFilter(text: string): GraphError {
  return new GraphError(400, 'BadRequest', `Invalid filter clause: '${text.slice(0, 200)}'.`);
}
