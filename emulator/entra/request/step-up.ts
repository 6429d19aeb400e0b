import type { Cloud } from '../../cloud.ts';
import type { Person } from '../../directory/person.ts';
import { EntraError } from '../errors/entra-error.ts';

/**
 * Multi-factor authentication somebody has not done yet; a page asks for it. Wanted by a fault control,
 * or by an authentication context (`acrs`) the app asks for.
 * Differs from Entra: every authentication context stands for the same second factor.
 */
export function needsStepUp(
  cloud: Cloud,
  person: Person,
  approval: number,
  authContext: readonly string[],
): boolean {
  return (
    cloud.revocations.needsStepUp(person.id, approval) || (authContext.length > 0 && approval === 0)
  );
}

export function checkStepUp(
  cloud: Cloud,
  person: Person,
  approval: number,
  authContext: readonly string[],
): void {
  if (needsStepUp(cloud, person, approval, authContext)) {
    throw stepUpRequired();
  }
}

const POLICY = '9ab03e19-ed42-4168-b6b7-7001fb3e933a';

const stepUpRequired = () =>
  new EntraError(
    50076,
    'interaction_required',
    "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
    {
      suberror: 'basic_action',
      claims: JSON.stringify({
        access_token: { capolids: { essential: true, values: [POLICY] } },
      }),
    },
  );
