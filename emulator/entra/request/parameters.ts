import { duplicatedParameter } from '../errors/entra-error.ts';

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

  /** The same with other values for some names; undefined leaves a name out. */
  with(changes: Readonly<Record<string, string | undefined>>): Parameters {
    const values = new URLSearchParams(this.values);
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) {
        values.delete(name);
      } else {
        values.set(name, value);
      }
    }
    return new Parameters(values);
  }
}
