import { Applications } from './applications/applications.ts';
import { drawColleagues } from './company.ts';
import { FEATURED_PEOPLE } from './featured-people.ts';
import { getGroups } from './groups.ts';
import type { Group } from './groups.ts';
import type { Person } from './person.ts';
import { SeededRandom } from './random.ts';
import { REGISTRATIONS } from './registration.ts';
import type { Registration } from './registration.ts';
import { GRAPH, ORDERS_API, TASKS_API } from './resource.ts';
import type { Resource } from './resource.ts';
import type { Additions } from './seed.ts';
import { seededGroups } from './seed/groups.ts';
import {
  addResources,
  checkPeople,
  checkRoles,
  withQualifiedPermissions,
} from './seed/references.ts';
import { TENANTS } from './tenant.ts';
import type { Tenant } from './tenant.ts';

/** Everyone and everything there is; people may sign up while it runs. */
export interface Directory {
  readonly tenants: readonly Tenant[];
  readonly people: readonly Person[];
  readonly registrations: readonly Registration[];
  readonly resources: readonly Resource[];
  readonly groups: readonly Group[];
  /** App registrations as Graph's management side has them. */
  readonly applications: Applications;
  /** By GUID or verified domain, in any case. */
  tenant(idOrDomain: string): Tenant | undefined;
  person(id: string): Person | undefined;
  personByUsername(username: string): Person | undefined;
  registration(clientId: string): Registration | undefined;
  /** Adds somebody who signed up, until `forgetSignUps()`. */
  signUp(person: Person): void;
  forgetSignUps(): void;
}

/** @throws SeedError, which names the field, when an addition names what is not there or is there already */
export function seededDirectory(additions: Additions): Directory {
  const drawn = drawColleagues(new SeededRandom(additions.seed));
  checkPeople(additions.people, [...FEATURED_PEOPLE, ...drawn]);
  const seeded = [...FEATURED_PEOPLE, ...additions.people, ...drawn];
  const resources = addResources(
    [GRAPH, ORDERS_API, TASKS_API],
    additions.permissions,
    additions.resources,
  );
  const made = getGroups(seeded);
  const groups = [...made, ...seededGroups(additions.groups, made, seeded)];
  const added = withQualifiedPermissions(additions.registrations, resources);
  checkRoles(added, 'registrations', { people: seeded, groups });
  checkRoles(additions.resources, 'resources', { people: seeded, groups });
  const applications = new Applications([...REGISTRATIONS, ...added], resources, TENANTS);
  return {
    tenants: TENANTS,
    ...register(seeded),
    get registrations() {
      return applications.registrations;
    },
    get resources() {
      return applications.resources;
    },
    groups,
    applications,
    tenant: (idOrDomain) => {
      const wanted = idOrDomain.toLowerCase();
      return TENANTS.find(({ id, domains }) => id === wanted || domains.includes(wanted));
    },
    registration: (clientId) => applications.registration(clientId),
  };
}

type Register = Pick<
  Directory,
  'people' | 'person' | 'personByUsername' | 'signUp' | 'forgetSignUps'
>;

function register(seeded: readonly Person[]): Register {
  const people: Person[] = [];
  const byId = new Map<string, Person>();
  const byUsername = new Map<string, Person>();
  const signUp = (person: Person): void => {
    people.push(person);
    byId.set(person.id, person);
    byUsername.set(person.userPrincipalName.toLowerCase(), person);
  };
  seeded.forEach(signUp);
  return {
    people,
    person: (id) => byId.get(id),
    personByUsername: (username) => byUsername.get(username.trim().toLowerCase()),
    signUp,
    forgetSignUps: () => {
      for (const { id, userPrincipalName } of people.splice(seeded.length)) {
        byId.delete(id);
        byUsername.delete(userPrincipalName.toLowerCase());
      }
    },
  };
}
