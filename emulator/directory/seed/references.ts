import type { Group } from '../groups.ts';
import type { Permission } from '../permission.ts';
import type { Person } from '../person.ts';
import type { Registration } from '../registration.ts';
import type { Resource } from '../resource.ts';
import type { RoleAssignments } from '../roles.ts';
import { parseScopes, qualified } from '../scope.ts';
import { SeedError } from './seed-error.ts';

/** What a seed says about other things: each must be there, and nothing be there twice. */

/** @throws SeedError about a user name that somebody has already */
export function checkPeople(people: readonly Person[], others: readonly Person[]): void {
  const taken = new Set(others.map(({ userPrincipalName }) => userPrincipalName));
  people.forEach(({ userPrincipalName }, index) => {
    if (taken.has(userPrincipalName)) {
      const field = `people.${String(index)}.username`;
      throw SeedError.at(field, `somebody is called ${userPrincipalName} already`);
    }
    taken.add(userPrincipalName);
  });
}

/**
 * Adds a seed's permissions to Graph's, and its APIs to this cloud's.
 *
 * @throws SeedError about a permission, an application ID URI or an application ID that is taken
 */
export function addResources(
  [graph, ...others]: readonly [Resource, ...Resource[]],
  permissions: readonly Permission[],
  resources: readonly Resource[],
): Resource[] {
  const added = permissions.map((permission, index): [string, Permission] => {
    if (Object.hasOwn(graph.permissions, permission.value)) {
      const problem = `Microsoft Graph has ${permission.value} already`;
      throw SeedError.at(`permissions.${String(index)}.value`, problem);
    }
    return [permission.value, permission];
  });
  const all = [
    { ...graph, permissions: { ...graph.permissions, ...Object.fromEntries(added) } },
    ...others,
  ];
  resources.forEach((resource, index) => {
    for (const field of ['uri', 'appId'] as const) {
      const twin = all.find((other) => other[field] === resource[field]);
      if (twin) {
        const problem = `${twin.name} has ${resource[field]} already`;
        throw SeedError.at(`resources.${String(index)}.${field}`, problem);
      }
    }
    all.push(resource);
  });
  return all;
}

/**
 * Returns a seed's registrations with their permissions spelt out.
 *
 * @throws SeedError about a permission that no API has
 */
export function withQualifiedPermissions(
  registrations: readonly Registration[],
  resources: readonly Resource[],
): Registration[] {
  return registrations.map((app, index) => ({
    ...app,
    permissions: app.permissions.map((name, place) => {
      const [scope] = parseScopes(name, resources);
      if (!scope || scope.problem) {
        const field = `registrations.${String(index)}.permissions.${String(place)}`;
        throw SeedError.at(field, `no API of this cloud has the permission ${name}`);
      }
      return qualified(scope);
    }),
  }));
}

/** @throws SeedError about a role that is assigned to nobody there is */
export function checkRoles(
  holders: readonly { readonly roles?: RoleAssignments }[],
  list: 'registrations' | 'resources',
  { people, groups }: { people: readonly Person[]; groups: readonly Group[] },
): void {
  const names = new Set([
    ...people.map(({ userPrincipalName }) => userPrincipalName),
    ...groups.map(({ displayName }) => displayName),
  ]);
  holders.forEach(({ roles = {} }, index) => {
    for (const [role, assignees] of Object.entries(roles)) {
      const place = assignees.findIndex((name) => !names.has(name));
      if (place >= 0) {
        const field = `${list}.${String(index)}.roles.${role}.${String(place)}`;
        throw SeedError.at(field, `no person or group is called ${assignees[place] ?? ''}`);
      }
    }
  });
}
