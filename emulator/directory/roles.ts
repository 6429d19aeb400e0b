import type { Person } from './person.ts';
import { namedGuid } from './random.ts';

/**
 * A directory role, once somebody has it.
 * @see https://learn.microsoft.com/graph/api/resources/directoryrole
 */
export interface DirectoryRole {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  /** The same in every tenant of the real cloud. */
  readonly roleTemplateId: string;
}

/** The roles of a person: administrators here have the one that may do everything. */
export function directoryRoles({ administrator, tenantId }: Person): DirectoryRole[] {
  if (!administrator) {
    return [];
  }
  const displayName = 'Global Administrator';
  return [
    {
      id: namedGuid(`role ${tenantId} ${displayName}`),
      displayName,
      description:
        'Can manage all aspects of Microsoft Entra ID and Microsoft services that use Microsoft Entra identities.',
      roleTemplateId: '62e90394-69f5-4237-9190-012177145e10',
    },
  ];
}
