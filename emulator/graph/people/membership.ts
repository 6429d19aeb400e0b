import type { Group } from '../../directory/groups.ts';
import type { DirectoryRole } from '../../directory/directory-roles.ts';

/** What somebody can be a member of: group and directoryRole resources (Graph v1.0). */

export const GROUP_PROPERTIES: readonly string[] = [
  ...['id', 'createdDateTime', 'description', 'displayName', 'groupTypes', 'mail'],
  ...['mailEnabled', 'mailNickname', 'securityEnabled', 'visibility'],
];

export const ROLE_PROPERTIES: readonly string[] = [
  ...['id', 'deletedDateTime', 'description', 'displayName', 'roleTemplateId'],
];

export function groupResource(group: Group): Record<string, unknown> {
  const isUnified = group.kind === 'microsoft365';
  return {
    '@odata.type': '#microsoft.graph.group',
    id: group.id,
    createdDateTime: '2024-03-04T09:00:00Z',
    description: group.description,
    displayName: group.displayName,
    groupTypes: isUnified ? ['Unified'] : [],
    mail: isUnified ? `${group.mailNickname}@contoso.example` : null,
    mailEnabled: isUnified,
    mailNickname: group.mailNickname,
    securityEnabled: !isUnified,
    visibility: isUnified ? 'Private' : null,
  };
}

export function roleResource(role: DirectoryRole): Record<string, unknown> {
  return { '@odata.type': '#microsoft.graph.directoryRole', deletedDateTime: null, ...role };
}

/** Without permission to read it, Graph says that it is there and nothing about it. */
export function hidden(resource: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const shown = ['@odata.type', 'id'];
  return Object.fromEntries(
    Object.entries(resource).map(([name, value]) => {
      const empty = Array.isArray(value) ? [] : null;
      return [name, shown.includes(name) ? value : empty];
    }),
  );
}
