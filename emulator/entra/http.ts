import type { Context } from 'hono';
import { duplicatedParameter } from './entra-error.ts';
import type { Trace } from './trace.ts';

/** What every request carries through the handlers. */
export interface HttpEnv {
  Variables: {
    trace: Trace;
    /** For the protocol log: what was decided, in a sentence. */
    decision: string;
    form: URLSearchParams;
  };
}

export type HttpContext = Context<HttpEnv>;

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
    return (this.values.get(name) ?? undefined) ? (this.values.get(name) ?? undefined) : undefined;
  }
}

export function query(c: HttpContext): URLSearchParams {
  return new URL(c.req.url).searchParams;
}
