import type { Cloud } from '../../cloud.ts';
import { injectFaults } from '../../control/inject-faults.ts';
import type { ErrorFault } from '../../control/inject-faults.ts';
import type { RequestFacts } from '../../faults/fault-rules.ts';
import type { HttpContext } from '../../http/context.ts';
import { EntraError } from '../errors/entra-error.ts';

/** Injects the faults of a request to Entra. @throws EntraError when a rule asks for one */
export async function injectEntraFaults(
  cloud: Cloud,
  c: HttpContext,
  facts: RequestFacts,
): Promise<Response | undefined> {
  const injected = await injectFaults(cloud, c, facts);
  if (injected && 'kind' in injected) {
    throw toEntraError(injected);
  }
  return injected;
}

function toEntraError(fault: ErrorFault): Error {
  if (fault.kind !== 'entra-error') {
    return new Error(`Entra has no fault of the kind ${fault.kind}`);
  }
  const { code, error, description, suberror, claims } = fault;
  return new EntraError(
    code,
    error,
    description ?? 'Injected by a fault rule of the local cloud.',
    {
      ...(suberror !== undefined && { suberror }),
      ...(claims !== undefined && { claims }),
    },
  );
}
