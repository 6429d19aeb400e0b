import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Fault } from '../faults/fault.ts';
import type { Trace } from './trace.ts';

/** What every request carries through the handlers. */
export interface HttpEnv {
  Bindings: HttpBindings;
  Variables: {
    trace: Trace;
    /** For the protocol log: what was decided, in a sentence. */
    decision: string;
    form: URLSearchParams;
    /** A fault that corrupts the tokens instead of replacing the response. */
    fault: Extract<Fault, { kind: 'id-token' }> | undefined;
  };
}

export type HttpContext = Context<HttpEnv>;

export function query(c: HttpContext): URLSearchParams {
  return new URL(c.req.url).searchParams;
}
