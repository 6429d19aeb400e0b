import type { Cloud } from '../cloud.ts';
import type { HttpContext } from '../http/context.ts';
import { injectFaults } from '../control/inject-faults.ts';
import type { ErrorFault } from '../control/inject-faults.ts';
import type { GraphResponse } from './graph-response.ts';
import { authenticate } from './bearer.ts';
import type { Caller } from './bearer.ts';
import { GraphError, claimsChallenge, faultyGraphError } from './graph-error.ts';
import { graphQuery } from './query/graph-query.ts';
import { checkQueryOptions } from './query/query-options.ts';
import { graphRequestFacts } from './request-facts.ts';

/** What every address of Graph shares: faults, the caller's token, ids, and how errors look. */
export type Handler = (caller: Caller, c: HttpContext) => GraphResponse | Promise<GraphResponse>;

/** Puts a handler at an address, with the OData options that it takes; none when left out. */
export type AddRoute = (
  method: string,
  path: string,
  handle: Handler,
  options?: readonly string[],
) => void;

/** @param options the OData options that the address takes; undefined where there is no such address */
export async function respond(
  cloud: Cloud,
  c: HttpContext,
  handle: Handler,
  options?: readonly string[],
): Promise<Response> {
  c.header('request-id', c.var.trace.traceId);
  c.header('client-request-id', c.var.trace.correlationId);
  try {
    const injected = await injectFaults(cloud, c, graphRequestFacts(cloud, c));
    if (injected && 'kind' in injected) {
      throw toGraphError(cloud, injected);
    }
    if (injected) {
      return injected;
    }
    const caller = await authenticate(cloud, c.req.header('authorization'));
    c.set('decision', `answered for ${caller.person.userPrincipalName}`);
    if (options) {
      checkQueryOptions(graphQuery(c), options);
    }
    return send(c, await handle(caller, c));
  } catch (error) {
    if (!(error instanceof GraphError)) {
      throw error;
    }
    c.set('decision', `${error.code}: ${error.message}`);
    return c.json(errorBody(c, error), error.status, error.headers);
  }
}

function toGraphError(cloud: Cloud, fault: ErrorFault): Error {
  switch (fault.kind) {
    case 'graph-error':
      return faultyGraphError(fault);
    case 'claims-challenge':
      return claimsChallenge(cloud.origin, Math.floor(cloud.clock() / 1000));
    case 'entra-error':
      return new Error(`Graph has no fault of the kind ${fault.kind}`);
  }
}

function send(c: HttpContext, { status, headers, body, bytes }: GraphResponse): Response {
  if (bytes) {
    return c.body(bytes, 200, headers);
  }
  return body === null || status === 204
    ? c.body(null, status, headers)
    : c.json(body, status, headers);
}

function errorBody(c: HttpContext, error: GraphError): object {
  const { trace } = c.var;
  return {
    error: {
      code: error.code,
      message: error.message,
      innerError: {
        date: trace.timestamp.replace(' ', 'T').replace('Z', ''),
        'request-id': trace.traceId,
        'client-request-id': trace.correlationId,
      },
    },
  };
}

const EXPOSED = [
  ...['ETag', 'Location', 'Preference-Applied', 'Content-Range', 'request-id'],
  ...['client-request-id', 'ReadWriteConsistencyToken', 'WWW-Authenticate', 'Retry-After'],
].join(', ');

export async function crossOrigin(
  c: HttpContext,
  next: () => Promise<void>,
): Promise<Response | undefined> {
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Access-Control-Expose-Headers', EXPOSED);
  if (c.req.method !== 'OPTIONS') {
    await next();
    return undefined;
  }
  c.header('Access-Control-Allow-Methods', 'GET, POST, PUT, PATCH, DELETE, OPTIONS');
  c.header('Access-Control-Allow-Headers', c.req.header('access-control-request-headers') ?? '');
  c.header('Access-Control-Max-Age', '3600');
  return c.body(null, 200);
}

export async function readJson(c: HttpContext): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw new GraphError(
      400,
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}
