import { GraphError } from './graph-error.ts';
import { order, textAt, valueAt } from './property.ts';
import type { Resource } from './property.ts';

/**
 * `$filter` (OData 4.01, section 5.1.1), as much of it as mail, calendar and directory lists are asked
 * with: comparisons, `and`, `or`, `not`, `in`, `startswith`, `endswith`, `contains`.
 */
export type Predicate = (resource: Resource) => boolean;

const TOKEN = /\s*(?:('(?:[^']|'')*')|([()=,])|([\w./:+-]+))/gy;
const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};
const FUNCTIONS: Readonly<Record<string, (text: string, part: string) => boolean>> = {
  startswith: (text, part) => text.startsWith(part),
  endswith: (text, part) => text.endsWith(part),
  contains: (text, part) => text.includes(part),
};

export function readFilter(text: string): Predicate {
  return new FilterParser(text).parse();
}

/** Each level takes a few frames of the stack. */
const MAX_NESTED = 100;

class FilterParser {
  private readonly tokens: string[];
  private readonly text: string;
  private position = 0;
  private nested = 0;

  constructor(text: string) {
    this.text = text;
    this.tokens = tokenize(text);
  }

  parse(): Predicate {
    const predicate = this.or();
    if (this.position < this.tokens.length) {
      throw invalid(this.text);
    }
    return predicate;
  }

  private or(): Predicate {
    let left = this.and();
    while (this.accept('or')) {
      const [first, second] = [left, this.and()];
      left = (resource) => first(resource) || second(resource);
    }
    return left;
  }

  private and(): Predicate {
    let left = this.unary();
    while (this.accept('and')) {
      const [first, second] = [left, this.unary()];
      left = (resource) => first(resource) && second(resource);
    }
    return left;
  }

  private unary(): Predicate {
    this.nested += 1;
    if (this.nested > MAX_NESTED) {
      throw invalid(this.text);
    }
    const predicate = this.unaryOf();
    this.nested -= 1;
    return predicate;
  }

  private unaryOf(): Predicate {
    if (this.accept('not')) {
      const inner = this.unary();
      return (resource) => !inner(resource);
    }
    if (this.accept('(')) {
      const inner = this.or();
      this.expect(')');
      return inner;
    }
    const word = this.next();
    const test = Object.hasOwn(FUNCTIONS, word.toLowerCase())
      ? FUNCTIONS[word.toLowerCase()]
      : undefined;
    return test ? this.call(test) : this.comparison(word);
  }

  private call(test: (text: string, part: string) => boolean): Predicate {
    this.expect('(');
    const path = this.next();
    this.expect(',');
    const part = String(literal(this.next(), this.text)).toLowerCase();
    this.expect(')');
    return (resource) => test(textAt(resource, path), part);
  }

  private comparison(path: string): Predicate {
    const operator = this.next().toLowerCase();
    if (operator === 'in') {
      return this.membership(path);
    }
    const compare = Object.hasOwn(COMPARISONS, operator) ? COMPARISONS[operator] : undefined;
    if (!compare) {
      throw invalid(this.text);
    }
    const wanted = literal(this.next(), this.text);
    return (resource) => compare(order(valueAt(resource, path), wanted));
  }

  private membership(path: string): Predicate {
    this.expect('(');
    const wanted: unknown[] = [];
    do {
      wanted.push(literal(this.next(), this.text));
    } while (this.accept(','));
    this.expect(')');
    return (resource) => wanted.some((value) => order(valueAt(resource, path), value) === 0);
  }

  private next(): string {
    const token = this.tokens[this.position];
    if (token === undefined) {
      throw invalid(this.text);
    }
    this.position += 1;
    return token;
  }

  private accept(word: string): boolean {
    const isHere = this.tokens[this.position]?.toLowerCase() === word;
    this.position += isHere ? 1 : 0;
    return isHere;
  }

  private expect(word: string): void {
    if (!this.accept(word)) {
      throw invalid(this.text);
    }
  }
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const match = TOKEN.exec(text);
    if (!match) {
      throw invalid(text);
    }
    tokens.push(match[1] ?? match[2] ?? match[3] ?? '');
  }
  return tokens;
}

function literal(token: string, text: string): unknown {
  if (token.startsWith("'")) {
    return token.slice(1, -1).replaceAll("''", "'");
  }
  const constants: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };
  if (Object.hasOwn(constants, token)) {
    return constants[token];
  }
  if (/^-?\d+(\.\d+)?$/.test(token)) {
    return Number(token);
  }
  if (/^\d{4}-\d\d-\d\d/.test(token)) {
    return token;
  }
  throw invalid(text);
}

function invalid(text: string): GraphError {
  return new GraphError(400, 'BadRequest', `Invalid filter clause: '${text.slice(0, 200)}'.`);
}
