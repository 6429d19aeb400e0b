import type { Cloud } from '../../cloud.ts';
import type { Person } from '../../directory/person.ts';
import { requireScope } from '../bearer.ts';
import type { Caller } from '../bearer.ts';

/**
 * GET /me/presence: drawn from the person's id, and always the same.
 * @see https://learn.microsoft.com/graph/api/presence-get
 */
export function presence(cloud: Cloud, caller: Caller, person: Person): object {
  requireScope(caller, [
    'Presence.Read.All',
    ...(person === caller.person ? ['Presence.Read'] : []),
  ]);
  const states = ['Available', 'Busy', 'Away', 'DoNotDisturb', 'Offline'] as const;
  const availability = states[parseInt(person.id.slice(-2), 16) % states.length] ?? 'Available';
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#users('${person.id}')/presence/$entity`,
    id: person.id,
    availability,
    activity: availability === 'Busy' ? 'InAMeeting' : availability,
    statusMessage: null,
  };
}
