import { COMPARISONS, FUNCTIONS, invalidFilter, readLiteral, tokenize } from './filter-tokens.ts';
import { unknownProperty } from '../graph-error.ts';
import { order, textAt, valueAt } from './property.ts';
import type { Resource } from './property.ts';

/**
 * `$filter` (OData 4.01, section 5.1.1), as much of it as mail, calendar and directory lists are asked
 * with: comparisons, `and`, `or`, `not`, `in`, `startswith`, `endswith`, `contains`.
 */
export type Predicate = (resource: Resource) => boolean;

interface Typed {
  readonly type: string;
  readonly properties: readonly string[];
}

/** @throws GraphError 400 when it cannot be read, or names a property that the type does not have */
export function readFilter(text: string, rules: Typed): Predicate {
  return new FilterParser(text, rules).parse();
}

/** Each level takes a few frames of the stack. */
const MAX_NESTED = 100;

class FilterParser {
  private readonly tokens: string[];
  private readonly text: string;
  private readonly rules: Typed;
  private position = 0;
  private nested = 0;

  constructor(text: string, rules: Typed) {
    this.text = text;
    this.rules = rules;
    this.tokens = tokenize(text);
  }

  parse(): Predicate {
    const predicate = this.or();
    if (this.position < this.tokens.length) {
      throw invalidFilter(this.text);
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
      throw invalidFilter(this.text);
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
    return test ? this.call(test) : this.comparison(this.property(word));
  }

  private call(test: (text: string, part: string) => boolean): Predicate {
    this.expect('(');
    const path = this.property(this.next());
    this.expect(',');
    const part = String(readLiteral(this.next(), this.text)).toLowerCase();
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
      throw invalidFilter(this.text);
    }
    const wanted = readLiteral(this.next(), this.text);
    return (resource) => compare(order(valueAt(resource, path), wanted));
  }

  private membership(path: string): Predicate {
    this.expect('(');
    const wanted: unknown[] = [];
    do {
      wanted.push(readLiteral(this.next(), this.text));
    } while (this.accept(','));
    this.expect(')');
    return (resource) => wanted.some((value) => order(valueAt(resource, path), value) === 0);
  }

  private property(path: string): string {
    const name = path.split('/')[0] ?? '';
    if (!/^[a-z_]\w*$/i.test(name)) {
      throw invalidFilter(this.text);
    }
    if (!this.rules.properties.includes(name)) {
      throw unknownProperty(name, this.rules.type);
    }
    return path;
  }

  private next(): string {
    const token = this.tokens[this.position];
    if (token === undefined) {
      throw invalidFilter(this.text);
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
      throw invalidFilter(this.text);
    }
  }
}
