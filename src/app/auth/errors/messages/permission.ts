import type { ErrorMessageEntry } from './error-message';

/** Errors of what the app may do on a person's behalf. */
export const permissionMessages: readonly ErrorMessageEntry[] = [
  {
    keys: ['65004', 'access_denied'],
    kind: 'permission',
    title: $localize`Permission was declined`,
    explanation: $localize`This app needs your permission to read your data. It was declined, so nothing was read.`,
    remedy: $localize`Try again and select Accept, or leave the app; nothing has been stored.`,
    administrator: $localize`Nothing, unless people should not be asked: grant consent for everybody under Enterprise applications, this app, Permissions.`,
    retry: 'never-automatic',
  },
  {
    keys: ['65001', 'consent_required', '*/consent_required', '90008'],
    kind: 'permission',
    title: $localize`This app needs your permission`,
    explanation: $localize`Neither you nor an administrator has allowed it to read this data yet.`,
    remedy: $localize`Sign in again and accept what the app asks for.`,
    administrator: $localize`Grant consent for everybody: Enterprise applications, this app, Permissions, "Grant admin consent".`,
    retry: 'interaction',
  },
  {
    keys: ['90094', '90095'],
    kind: 'permission',
    title: $localize`An administrator has to allow this app`,
    explanation: $localize`Your organization does not let people give this permission themselves.`,
    remedy: $localize`Ask your administrator to allow the app, then try again.`,
    administrator: $localize`Grant consent: Enterprise applications, this app, Permissions, "Grant admin consent".`,
    retry: 'never-automatic',
  },
  {
    keys: ['65005', '650052', '650054', '650056', '650057', '500011', '50001', 'invalid_resource'],
    kind: 'registration',
    title: $localize`This app asks for something it is not set up for`,
    explanation: $localize`The service it wants to call is not among those it is registered for, or not to be had here.`,
    remedy: $localize`Ask your administrator; trying again does not help.`,
    administrator: $localize`Add the permission under "API permissions" of the app registration, grant consent, and check that the organization has the service.`,
    retry: 'never-automatic',
  },
  {
    keys: [
      '70011',
      '28002',
      '28003',
      '700022',
      '700023',
      'invalid_scope',
      'empty_input_scopes_error',
    ],
    kind: 'registration',
    title: $localize`This app asks for permissions in a wrong way`,
    explanation: $localize`A name in its list of permissions is misspelt, unknown, or does not go with the others.`,
    remedy: $localize`Ask your administrator; trying again does not help.`,
    administrator: $localize`Correct scopes in config.json: names of Graph permissions such as "User.Read".`,
    retry: 'never-automatic',
  },
];
