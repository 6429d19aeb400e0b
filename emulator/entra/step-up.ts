import type { Cloud } from '../cloud.ts';
import type { Person } from '../directory/person.ts';
import { EntraError } from './entra-error.ts';

/** Multi-factor authentication somebody has not done yet; a page asks for it. */
export function checkStepUp(cloud: Cloud, person: Person, approval: number): void {
  if (cloud.revocations.needsStepUp(person.id, approval)) {
    throw stepUpRequired();
  }
}

export const stepUpRequired = () =>
  new EntraError(
    50076,
    'interaction_required',
    "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
    { suberror: 'basic_action' },
  );
