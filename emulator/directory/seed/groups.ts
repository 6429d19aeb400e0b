import type { Group } from '../groups.ts';
import type { Person } from '../person.ts';
import { namedGuid } from '../random.ts';
import type { CheckedSeed } from './schema.ts';
import { SeedError } from './seed-error.ts';

/**
 * Makes the groups of a seed.
 *
 * @param existing the groups this cloud makes up
 * @throws SeedError about a name that is taken, and about members that do not exist in the tenant
 */
export function seededGroups(
  groups: CheckedSeed['groups'],
  existing: readonly Group[],
  people: readonly Person[],
): Group[] {
  const made = groups.map(({ displayName, description, kind, tenantId }): Group => ({
    id: namedGuid(`group ${tenantId} ${displayName}`),
    tenantId,
    displayName,
    description,
    kind,
    mailNickname: displayName.toLowerCase().replace(/[^a-z0-9]/g, '') || 'group',
    memberIds: [],
    memberGroupIds: [],
  }));
  return made.map((group, index) => {
    const at = `groups.${String(index)}`;
    const twins = [...existing, ...made.slice(0, index)];
    if (findGroup(twins, group.tenantId, group.displayName)) {
      throw SeedError.at(`${at}.displayName`, `there is a group ${group.displayName} already`);
    }
    return {
      ...group,
      ...members(groups[index], { at, group, all: [...existing, ...made], people }),
    };
  });
}

interface Surroundings {
  readonly at: string;
  readonly group: Group;
  readonly all: readonly Group[];
  readonly people: readonly Person[];
}

function members(
  seed: CheckedSeed['groups'][number] | undefined,
  { at, group, all, people }: Surroundings,
): Pick<Group, 'memberIds' | 'memberGroupIds'> {
  const { tenantId } = group;
  return {
    memberIds: (seed?.members ?? []).map((username, index) => {
      const wanted = username.toLowerCase();
      const person = people.find(
        (one) => one.userPrincipalName === wanted && one.tenantId === tenantId,
      );
      return idOf(person, `${at}.members.${String(index)}`, username);
    }),
    memberGroupIds: (seed?.memberGroups ?? []).map((name, index) =>
      idOf(findGroup(all, tenantId, name), `${at}.memberGroups.${String(index)}`, name),
    ),
  };
}

function findGroup(groups: readonly Group[], tenantId: string, name: string): Group | undefined {
  return groups.find((group) => group.tenantId === tenantId && group.displayName === name);
}

function idOf(found: { id: string } | undefined, field: string, name: string): string {
  if (!found) {
    throw SeedError.at(field, `the tenant of the group has no ${name}`);
  }
  return found.id;
}
