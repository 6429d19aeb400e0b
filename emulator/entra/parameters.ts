import { duplicatedParameter } from './entra-error.ts';

/** A request's parameters; a repeated one is refused, because two readers could see two values. */
export class Parameters {
  private readonly values: URLSearchParams;

  constructor(values: URLSearchParams) {
    const seen = new Set<string>();
    for (const name of values.keys()) {
      if (seen.has(name)) {
        throw duplicatedParameter(name);
      }
      seen.add(name);
    }
    this.values = values;
  }

  /** An empty value counts as none. */
  get(name: string): string | undefined {
    const value = this.values.get(name);
    return value === null || value === '' ? undefined : value;
  }
}
