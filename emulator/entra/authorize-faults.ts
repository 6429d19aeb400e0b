import type { Cloud } from '../cloud.ts';
import type { Person } from '../directory/person.ts';
import type { RequestFacts } from '../faults/fault-rules.ts';
import { injectFaults } from '../faults/inject.ts';
import { spoilReply } from '../faults/spoil.ts';
import type { HttpContext } from '../http.ts';
import type { Interaction } from './interactions.ts';

/** What fault rules can ask of an authorize request, kept until its answer goes back to the app. */
export type Arrival = Omit<RequestFacts, 'moment' | 'person'>;

/** Who asks: the request, and its person as soon as the request, the session or a page says who. */
export interface Asker {
  readonly arrival: Arrival;
  readonly person: Person | undefined;
}

export function arrivalOf(c: HttpContext, prompt: string | undefined): Arrival {
  const { method, path } = c.req;
  return { at: 'authorize', method, path, grant: undefined, silent: prompt === 'none' };
}

export function meetFaults(
  cloud: Cloud,
  c: HttpContext,
  asker: Asker,
): Promise<Response | undefined> {
  return injectFaults(cloud, c, factsOf(asker, 'arrival'));
}

/** The faults of somebody a page made known; each person's once, however often they are chosen. */
export async function meetFaultsOf(
  cloud: Cloud,
  c: HttpContext,
  { arrival, metFaultsOf }: Interaction,
  person: Person,
): Promise<Response | undefined> {
  if (metFaultsOf.has(person.id)) {
    return undefined;
  }
  metFaultsOf.add(person.id);
  return injectFaults(cloud, c, factsOf({ arrival, person }, 'person'));
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

function factsOf({ arrival, person }: Asker, moment: RequestFacts['moment']): RequestFacts {
  return { ...arrival, moment, person: () => Promise.resolve(person?.userPrincipalName) };
}
