import type { Cloud } from '../cloud.ts';
import type { FaultPlace } from '../faults/fault.ts';
import type { RequestFacts } from '../faults/fault-rules.ts';
import type { HttpContext } from '../http/context.ts';

/** Authorize requests have facts of their own (`entra/response/authorize-faults.ts`). */
export type OtherPlace = Exclude<FaultPlace, 'authorize'>;

/** @param findPersonId whose request it is, which the endpoint alone knows how to read */
export function requestFacts(
  cloud: Cloud,
  c: HttpContext,
  at: OtherPlace,
  findPersonId: () => string | undefined | Promise<string | undefined>,
): RequestFacts {
  return {
    at,
    method: c.req.method,
    path: c.req.path.replace(/^\/v1\.0/, ''),
    grant: c.var.form.get('grant_type') ?? undefined,
    silent: false,
    phase: 'request',
    person: async () => cloud.directory.person((await findPersonId()) ?? '')?.userPrincipalName,
  };
}
