import type { Cloud } from '../../cloud.ts';
import type { Person } from '../../directory/person.ts';
import type { RequestFacts } from '../../faults/fault-rules.ts';
import { corruptResponse } from '../../faults/corrupt.ts';
import type { HttpContext } from '../../http/context.ts';
import type { Interaction, RequestOrigin } from '../../tokens/interactions.ts';
import { injectEntraFaults } from './inject-entra-faults.ts';

/** The request, and its person as soon as the request, the session or a page says who. */
export interface RequestContext {
  readonly origin: RequestOrigin;
  readonly person: Person | undefined;
}

export function toRequestOrigin(c: HttpContext, prompt: string | undefined): RequestOrigin {
  const { method, path } = c.req;
  return { method, path, silent: prompt === 'none' };
}

export function applyFaults(
  cloud: Cloud,
  c: HttpContext,
  context: RequestContext,
): Promise<Response | undefined> {
  return injectEntraFaults(cloud, c, toRequestFacts(context, 'request'));
}

/** Applies the rules that name this person, once per interaction, however often they are chosen. */
export async function applyPersonFaults(
  cloud: Cloud,
  c: HttpContext,
  { origin, appliedPersonIds }: Interaction,
  person: Person,
): Promise<Response | undefined> {
  if (appliedPersonIds.has(person.id)) {
    return undefined;
  }
  appliedPersonIds.add(person.id);
  return injectEntraFaults(cloud, c, toRequestFacts({ origin, person }, 'person'));
}

/** Returns the response parameters, corrupted when a rule says so. */
export async function applyResponseFault(
  cloud: Cloud,
  c: HttpContext,
  context: RequestContext,
  parameters: URLSearchParams,
): Promise<URLSearchParams> {
  const [fault] = await cloud.faults.rules.take(toRequestFacts(context, 'response'));
  if (fault?.kind !== 'reply') {
    return parameters;
  }
  c.set('decision', `${c.var.decision} (fault: reply, ${fault.wrong})`);
  return corruptResponse(parameters, fault.wrong);
}

function toRequestFacts(
  { origin, person }: RequestContext,
  phase: RequestFacts['phase'],
): RequestFacts {
  return {
    ...origin,
    at: 'authorize',
    grant: undefined,
    phase,
    person: () => Promise.resolve(person?.userPrincipalName),
  };
}
