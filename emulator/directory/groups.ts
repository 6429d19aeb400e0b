import type { Person } from './person.ts';
import { namedGuid } from './random.ts';
import { CONTOSO } from './tenant.ts';

/** Groups: one per department inside All Company, and the many projects an administrator ends up in. */
export interface Group {
  readonly id: string;
  readonly tenantId: string;
  readonly displayName: string;
  readonly description: string;
  readonly kind: 'security' | 'microsoft365';
  readonly mailNickname: string;
  readonly memberIds: readonly string[];
  readonly memberGroupIds: readonly string[];
}

const PROJECTS = 230;
/** The people who are in every project: more groups than fit into a token. */
const EVERYWHERE = 'megan@contoso.example';

export function getGroups(people: readonly Person[]): Group[] {
  const staff = people.filter(({ tenantId }) => tenantId === CONTOSO.id);
  const departments = [...new Set(staff.flatMap(({ department }) => department ?? []))].map(
    (name) =>
      group(
        name,
        'microsoft365',
        staff.filter(({ department }) => department === name),
      ),
  );
  const company = {
    ...group(
      'All Company',
      'microsoft365',
      staff.filter(({ department }) => department === null),
    ),
    memberGroupIds: departments.map(({ id }) => id),
  };
  const everywhere = staff.filter(({ userPrincipalName }) => userPrincipalName === EVERYWHERE);
  const projects = Array.from({ length: PROJECTS }, (_, index) =>
    group(`Project ${String(index + 1).padStart(3, '0')}`, 'security', everywhere),
  );
  return [company, ...departments, ...projects];
}

function group(displayName: string, kind: Group['kind'], members: readonly Person[]): Group {
  return {
    id: namedGuid(`group ${displayName}`),
    tenantId: CONTOSO.id,
    displayName,
    description: `Everyone in ${displayName}`,
    kind,
    mailNickname: displayName.toLowerCase().replace(/[^a-z0-9]/g, '') || 'group',
    memberIds: members.map(({ id }) => id),
    memberGroupIds: [],
  };
}

export function directGroups(groups: readonly Group[], person: Person): Group[] {
  return groups.filter(({ memberIds }) => memberIds.includes(person.id));
}

/** Direct groups and the groups those are in. */
export function allGroups(groups: readonly Group[], person: Person): Group[] {
  const found = directGroups(groups, person);
  for (const inner of found) {
    const outer = groups.filter(({ memberGroupIds }) => memberGroupIds.includes(inner.id));
    found.push(...outer.filter((candidate) => !found.includes(candidate)));
  }
  return found;
}
