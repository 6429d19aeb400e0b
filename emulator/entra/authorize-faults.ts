import type { Cloud } from '../cloud.ts';
import type { Person } from '../directory/person.ts';
import type { RequestFacts } from '../faults/fault-rules.ts';
import { spoilReply } from '../faults/spoil.ts';
import type { HttpContext } from '../http/context.ts';
import type { Interaction, RequestOrigin } from '../tokens/interactions.ts';
import { injectEntraFaults } from './inject-entra-faults.ts';

/** Who asks: the request, and its person as soon as the request, the session or a page says who. */
export interface Asker {
  readonly origin: RequestOrigin;
  readonly person: Person | undefined;
}

export function originOf(c: HttpContext, prompt: string | undefined): RequestOrigin {
  const { method, path } = c.req;
  return { method, path, silent: prompt === 'none' };
}

export function meetFaults(
  cloud: Cloud,
  c: HttpContext,
  asker: Asker,
): Promise<Response | undefined> {
  return injectEntraFaults(cloud, c, factsOf(asker, 'arrival'));
}

/** The faults of somebody a page made known; each person's once, however often they are chosen. */
export async function meetFaultsOf(
  cloud: Cloud,
  c: HttpContext,
  { origin, metFaultsOf }: Interaction,
  person: Person,
): Promise<Response | undefined> {
  if (metFaultsOf.has(person.id)) {
    return undefined;
  }
  metFaultsOf.add(person.id);
  return injectEntraFaults(cloud, c, factsOf({ origin, person }, 'person'));
}

/** The parameters that go back to the app, spoilt when a rule says so. */
export async function meetReplyFault(
  cloud: Cloud,
  c: HttpContext,
  asker: Asker,
  parameters: URLSearchParams,
): Promise<URLSearchParams> {
  const [fault] = await cloud.faults.rules.take(factsOf(asker, 'reply'));
  if (fault?.kind !== 'reply') {
    return parameters;
  }
  c.set('decision', `${c.var.decision} (fault: reply, ${fault.wrong})`);
  return spoilReply(parameters, fault.wrong);
}

function factsOf({ origin, person }: Asker, moment: RequestFacts['moment']): RequestFacts {
  return {
    ...origin,
    at: 'authorize',
    grant: undefined,
    moment,
    person: () => Promise.resolve(person?.userPrincipalName),
  };
}
