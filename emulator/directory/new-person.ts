import { makePerson } from './featured-people.ts';
import type { Person } from './person.ts';
import { TENANTS } from './tenant.ts';

/**
 * Makes somebody who was not drawn with the company: from a seed, or signed up.
 *
 * @param username decides the tenant by its domain
 * @returns undefined when no tenant of this cloud has the domain
 */
export function newPerson(
  username: string,
  profile: Partial<Person> & Pick<Person, 'displayName'>,
): Person | undefined {
  const [alias = '', domain = ''] = username.toLowerCase().split('@');
  const tenant = TENANTS.find(({ domains }) => domains.includes(domain));
  if (!tenant) {
    return undefined;
  }
  const person = makePerson(tenant, alias, profile);
  return tenant.kind === 'consumer' ? { ...person, id: consumerId(person.id) } : person;
}

/** A personal account is sixteen hexadecimal digits, in tokens as the end of a GUID. */
function consumerId(id: string): string {
  const digits = id.replaceAll('-', '').slice(0, 16);
  return `00000000-0000-0000-${digits.slice(0, 4)}-${digits.slice(4)}`;
}
