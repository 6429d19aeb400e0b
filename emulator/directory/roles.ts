import { directGroups } from './groups.ts';
import type { Group } from './groups.ts';
import type { Person } from './person.ts';

/** App roles, each with the user names and the display names of groups it is assigned to. */
export type RoleAssignments = Readonly<Record<string, readonly string[]>>;

/**
 * Returns the roles somebody has. As in Entra, a group's role goes to its direct members alone
 * (Microsoft, "Manage users and groups assignment to an application").
 */
export function getRoles(
  assignments: RoleAssignments | undefined,
  person: Person,
  groups: readonly Group[],
): string[] {
  if (!assignments) {
    return [];
  }
  const own = directGroups(groups, person).filter(({ tenantId }) => tenantId === person.tenantId);
  const names = new Set([person.userPrincipalName, ...own.map(({ displayName }) => displayName)]);
  return Object.entries(assignments)
    .filter(([, assignees]) => assignees.some((name) => names.has(name)))
    .map(([role]) => role);
}
