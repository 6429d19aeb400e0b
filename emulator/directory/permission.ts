/** The delegated permissions this cloud knows, and how the consent page puts each into words. */
export interface Permission {
  readonly title: string;
  readonly detail: string;
  /** Only an administrator may grant it (AADSTS90094 for everyone else). */
  readonly adminOnly?: true;
}

export const GRAPH_RESOURCE = 'https://graph.microsoft.com';
export const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';

/** OpenID Connect's scopes: asked of the same consent page, but of no resource. */
export const OIDC_SCOPES: readonly string[] = ['openid', 'profile', 'email', 'offline_access'];

export const GRAPH_PERMISSIONS: Readonly<Record<string, Permission>> = {
  openid: { title: 'Sign you in', detail: 'The app learns which account is yours.' },
  profile: {
    title: 'View your basic profile',
    detail: 'The app sees your name and user name.',
  },
  email: { title: 'View your email address', detail: 'The app sees your main email address.' },
  offline_access: {
    title: 'Maintain access to data you have given it access to',
    detail: 'The app may keep reading this data while you are not using it.',
  },
  'User.Read': {
    title: 'Sign you in and read your profile',
    detail: 'The app reads your profile and basic information about your organization.',
  },
  'User.ReadBasic.All': {
    title: "Read all users' basic profiles",
    detail: 'The app reads names, email addresses and photos of the people in your organization.',
  },
  'User.Read.All': {
    title: "Read all users' full profiles",
    detail: 'The app reads every profile, with managers and reports, in your organization.',
    adminOnly: true,
  },
  'User.RevokeSessions.All': {
    title: 'Revoke all sign-in sessions for a user',
    detail: 'The app ends sign-in sessions on your behalf.',
    adminOnly: true,
  },
  'User.ReadWrite': {
    title: 'Read and update your profile',
    detail: 'The app reads your profile and changes it on your behalf.',
  },
  'Directory.Read.All': {
    title: 'Read directory data',
    detail: "The app reads your organization's directory: people, groups and apps.",
    adminOnly: true,
  },
  'GroupMember.Read.All': {
    title: 'Read group memberships',
    detail: 'The app lists groups and reads who belongs to them.',
    adminOnly: true,
  },
  'Presence.Read.All': {
    title: 'Read presence information of all users in your organization',
    detail: 'The app sees who is available, busy or away.',
  },
  'Mail.ReadBasic': {
    title: 'Read your basic mail',
    detail: 'The app reads your mail without its body, preview and attachments.',
  },
  'Mail.Read': { title: 'Read your mail', detail: 'The app reads the mail in your mailbox.' },
  'Mail.ReadWrite': {
    title: 'Read and write access to your mail',
    detail: 'The app creates, reads, updates and deletes mail. It cannot send it.',
  },
  'Mail.Send': { title: 'Send mail as you', detail: 'The app sends mail in your name.' },
  'MailboxSettings.Read': {
    title: 'Read your mailbox settings',
    detail: 'The app reads your time zone, language and automatic replies.',
  },
  'Calendars.Read': {
    title: 'Read your calendars',
    detail: 'The app reads the events in your calendars.',
  },
  'Calendars.ReadWrite': {
    title: 'Have full access to your calendars',
    detail: 'The app creates, reads, updates and deletes events in your calendars.',
  },
  'Contacts.Read': {
    title: 'Read your contacts',
    detail: 'The app reads the contacts in your contact folders.',
  },
};
