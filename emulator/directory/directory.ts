import { drawColleagues } from './company.ts';
import { FEATURED_PEOPLE } from './featured-people.ts';
import { getGroups } from './groups.ts';
import type { Group } from './groups.ts';
import type { Person } from './person.ts';
import { SeededRandom } from './random.ts';
import { REGISTRATIONS } from './registration.ts';
import type { Registration } from './registration.ts';
import type { Additions } from './seed.ts';
import { TENANTS } from './tenant.ts';
import type { Tenant } from './tenant.ts';

/** Everyone and everything that exists before anybody signs in. */
export interface Directory {
  readonly tenants: readonly Tenant[];
  readonly people: readonly Person[];
  readonly registrations: readonly Registration[];
  readonly groups: readonly Group[];
  /** By GUID or verified domain, in any case. */
  tenant(idOrDomain: string): Tenant | undefined;
  person(id: string): Person | undefined;
  personByUsername(username: string): Person | undefined;
  registration(clientId: string): Registration | undefined;
}

export function seededDirectory(additions: Additions): Directory {
  const drawn = drawColleagues(new SeededRandom(additions.seed));
  const people = [...FEATURED_PEOPLE, ...additions.people, ...drawn];
  const apps = [...REGISTRATIONS, ...additions.registrations];
  const byId = new Map(people.map((person) => [person.id, person]));
  const byUsername = new Map(
    people.map((person) => [person.userPrincipalName.toLowerCase(), person]),
  );
  const registrations = new Map(apps.map((app) => [app.clientId, app]));
  return {
    tenants: TENANTS,
    people,
    registrations: apps,
    groups: getGroups(people),
    tenant: (idOrDomain) => {
      const wanted = idOrDomain.toLowerCase();
      return TENANTS.find(({ id, domains }) => id === wanted || domains.includes(wanted));
    },
    person: (id) => byId.get(id),
    personByUsername: (username) => byUsername.get(username.trim().toLowerCase()),
    registration: (clientId) => registrations.get(clientId.toLowerCase()),
  };
}
