import { setTimeout as wait } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Cloud } from '../cloud.ts';
import type { HttpContext } from '../http/context.ts';
import type { RequestFacts } from '../faults/fault-rules.ts';
import type { Fault } from '../faults/fault.ts';

/** A fault that the endpoint throws as an error of its own. */
export type ErrorFault = Extract<
  Fault,
  { kind: 'entra-error' | 'graph-error' | 'claims-challenge' }
>;

/**
 * Applies the fault rules before an endpoint does its work. An `id-token` fault is stored in the context,
 * because it corrupts the endpoint's own response. Returns an `ErrorFault` for the endpoint to throw.
 */
export async function injectFaults(
  cloud: Cloud,
  c: HttpContext,
  facts: RequestFacts,
): Promise<Response | ErrorFault | undefined> {
  if (c.req.method === 'OPTIONS' || cloud.faults.rules.active.length === 0) {
    return undefined;
  }
  for (const fault of await cloud.faults.rules.take(facts)) {
    c.set('decision', `fault: ${fault.kind}`);
    if (fault.kind === 'delay') {
      await wait(fault.ms);
    } else if (fault.kind === 'id-token') {
      c.set('fault', fault);
    } else if (isErrorFault(fault)) {
      return fault;
    } else if (fault.kind !== 'reply') {
      return fail(cloud, c, fault);
    }
  }
  return undefined;
}

function isErrorFault(fault: Fault): fault is ErrorFault {
  return ['entra-error', 'graph-error', 'claims-challenge'].includes(fault.kind);
}

type TransportFault = Extract<Fault, { kind: 'abort' | 'hang' | 'respond' }>;

function fail(cloud: Cloud, c: HttpContext, fault: TransportFault): Promise<Response> | Response {
  switch (fault.kind) {
    case 'abort':
      c.env.outgoing.destroy();
      return RESPONSE_ALREADY_SENT;
    case 'hang':
      return hang(cloud, c);
    case 'respond':
      return respond(c, fault);
  }
}

async function hang(cloud: Cloud, c: HttpContext): Promise<Response> {
  const { outgoing } = c.env;
  const release = cloud.faults.hold(() => outgoing.destroy());
  await new Promise((resolve) => outgoing.once('close', resolve));
  release();
  return RESPONSE_ALREADY_SENT;
}

function respond(c: HttpContext, fault: Extract<Fault, { kind: 'respond' }>): Response {
  const type = fault.contentType ?? 'text/html; charset=utf-8';
  const headers = { 'Content-Type': type, ...fault.headers };
  // The schema admits numbers from 200 to 599; statuses that forbid a body get none.
  const status = fault.status as ContentfulStatusCode;
  const body = [204, 205, 304].includes(fault.status) ? null : (fault.body ?? '');
  return c.newResponse(body, status, headers);
}
