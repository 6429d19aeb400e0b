import type { ErrorMessageEntry } from './error-message';

/** Errors of the account that somebody signs in with. */
export const accountMessages: readonly ErrorMessageEntry[] = [
  {
    keys: ['16000', '160021', '16001', '16002', 'account_selection_required'],
    kind: 'account',
    title: 'Another account is needed',
    explanation:
      'Microsoft Entra ID could not tell which account to use, or does not know the chosen one in this organization.',
    remedy: 'Try again and pick the account that belongs to this organization.',
    administrator: 'If the chosen account is the right one, invite it to the tenant as a guest.',
    retry: 'interaction',
  },
  {
    keys: ['50020', '500208', '50014', '51004', '16003', '90072', 'id_token_tid'],
    kind: 'account',
    title: 'This account does not belong here',
    explanation: 'The account is not a member or guest of the organization this app signs in to.',
    remedy: 'Try again with your account of that organization, or ask to be invited.',
    administrator:
      'Invite the account as a guest, or let more people in: "Supported account types" of the app registration and tenant in config.json.',
    retry: 'never-automatic',
  },
  {
    keys: ['50034'],
    kind: 'account',
    title: 'This account was not found',
    explanation: 'The user name is misspelt, or the organization has no such account.',
    remedy: 'Check the user name, then try again.',
    administrator: 'Add the account or invite it as a guest; check tenant in config.json.',
    retry: 'never-automatic',
  },
  {
    keys: ['50053'],
    kind: 'account',
    title: 'This account is blocked for now',
    explanation:
      'There were too many attempts with a wrong password, or the network address is known for attacks.',
    remedy: 'Wait a while before you try again, or try from another network.',
    administrator:
      'The sign-in logs tell under "Failure reason" which of the two it is; remediate the risk or unblock the person.',
    retry: 'never-automatic',
  },
  {
    keys: ['50055', '50144', '*/user_password_expired'],
    kind: 'account',
    title: 'Your password has expired',
    explanation: 'Your organization asks for a new one, and ended the session.',
    remedy: 'Try again and set a new password when you are asked to.',
    administrator: 'Reset the password if the person cannot do it themselves.',
    retry: 'interaction',
  },
  {
    keys: ['50126', '50056', '50064'],
    kind: 'account',
    title: 'The user name or password was wrong',
    explanation: 'Microsoft Entra ID did not accept what was typed.',
    remedy: 'Try again, or reset your password.',
    administrator:
      'Reset the password if the person cannot; where sign-in is federated or passwords are synchronized, check that this works.',
    retry: 'never-automatic',
  },
  {
    keys: ['50057'],
    kind: 'account',
    title: 'This account is disabled',
    explanation: 'Your organization has switched it off.',
    remedy: 'Ask your administrator, or use another account.',
    administrator: 'Enable the account in the directory it comes from.',
    retry: 'never-automatic',
  },
  {
    keys: ['50105'],
    kind: 'account',
    title: 'You have not been given this app',
    explanation: 'Only people it has been assigned to may use it, and you are not among them.',
    remedy: 'Ask your administrator for access, or use another account.',
    administrator:
      'Assign the person or a group to the app: Enterprise applications, this app, "Users and groups".',
    retry: 'never-automatic',
  },
];
