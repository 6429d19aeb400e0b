/**
 * The app registration this app needs: the one description from which `npm run register` works and from
 * which the files in docs/registration are made. Ids are ours but Graph's own, and never change: an
 * assignment refers to them.
 */
export const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';

export interface Permission {
  /** Its id in Microsoft Graph, the same in every tenant. */
  readonly id: string;
  readonly value: string;
  readonly page: string;
  readonly administratorsOnly: boolean;
}

export const DISPLAY_NAME = 'Angular Entra ID sample';

/** Marks what this tool made, so that a namesake is not taken for it. */
export const TAG = 'angular-entra-id';

const permission = (
  value: string,
  id: string,
  page: string,
  administratorsOnly = false,
): Permission => ({
  id,
  value,
  page,
  administratorsOnly,
});

/** Delegated, least first: each page asks for its own when it is opened. */
export const PERMISSIONS: readonly Permission[] = [
  permission('User.Read', 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', 'signing in, and the profile'),
  permission('Mail.Read', '570282fd-fa5c-430d-a7fd-fc8dc98a9dca', 'mail'),
  permission('Calendars.Read', '465a38f9-76ea-45b9-9f34-9e8b0d4b0b42', 'calendar'),
  permission('MailboxSettings.Read', '87f447af-9fa4-4c32-9dfa-4a57a73d18ce', 'calendar'),
  permission('User.ReadBasic.All', 'b340eb25-3456-403f-be2f-af7a0d370277', 'people'),
  permission('Mail.ReadWrite', '024d486e-b451-40bb-833d-3e66d98c5c73', 'mail, to mark and flag'),
  permission(
    'User.Read.All',
    'a154be20-db9c-4678-8ab7-66f6cc099a59',
    'people and profile, for who reports to whom',
    true,
  ),
  permission(
    'GroupMember.Read.All',
    'bc024368-1153-4739-b217-4326f2e966d0',
    'profile and administration, for groups',
    true,
  ),
];

/** Of the ID token: without `login_hint`, signing out asks which account. */
export const OPTIONAL_CLAIMS: readonly string[] = ['login_hint', 'sid'];

export const APP_ROLES = [
  {
    id: '5f0d2c1e-8f6b-4c1a-9a53-0b8b6a1f2d01',
    value: 'Admin',
    displayName: 'Administrators',
    description: 'See the administration page.',
  },
  {
    id: '5f0d2c1e-8f6b-4c1a-9a53-0b8b6a1f2d02',
    value: 'Tasks.Admin',
    displayName: 'Task administrators',
    description: 'Revoke the sessions of people in the example API.',
  },
] as const;

/** What the example API takes: `api://<client id>/Tasks.Read`. */
export const API_SCOPES = [
  {
    id: '5f0d2c1e-8f6b-4c1a-9a53-0b8b6a1f2d11',
    value: 'Tasks.Read',
    title: 'Read your tasks',
    text: 'The app reads your tasks in the example API.',
  },
  {
    id: '5f0d2c1e-8f6b-4c1a-9a53-0b8b6a1f2d12',
    value: 'Tasks.ReadWrite',
    title: 'Read and change your tasks',
    text: 'The app reads, adds, changes and deletes your tasks in the example API.',
  },
] as const;

/** Who may sign in, by the word of `--audience`, with what `tenant` in config.json then is. */
export const AUDIENCES = {
  single: { signInAudience: 'AzureADMyOrg', tenant: undefined },
  organizations: { signInAudience: 'AzureADMultipleOrgs', tenant: 'organizations' },
  any: { signInAudience: 'AzureADandPersonalMicrosoftAccount', tenant: 'common' },
  personal: { signInAudience: 'PersonalMicrosoftAccount', tenant: 'consumers' },
} as const;
export type Audience = keyof typeof AUDIENCES;
