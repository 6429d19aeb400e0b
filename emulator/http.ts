import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Fault } from './faults/fault.ts';
import { duplicatedParameter } from './entra/entra-error.ts';
import type { Trace } from './entra/trace.ts';

/** What every request carries through the handlers. */
export interface HttpEnv {
  Bindings: HttpBindings;
  Variables: {
    trace: Trace;
    /** For the protocol log: what was decided, in a sentence. */
    decision: string;
    form: URLSearchParams;
    /** A fault that spoils the tokens rather than replacing the answer. */
    fault: Extract<Fault, { kind: 'id-token' }> | undefined;
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
    const value = this.values.get(name);
    return value === null || value === '' ? undefined : value;
  }
}

export function query(c: HttpContext): URLSearchParams {
  return new URL(c.req.url).searchParams;
}
