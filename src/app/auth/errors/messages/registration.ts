import type { ErrorMessageEntry } from './error-message';

const ASK = 'Ask the people who run this app; trying again does not help.';

/** Errors of the app registration, config.json, or what stands between the app and Entra ID. */
export const registrationMessages: readonly ErrorMessageEntry[] = [
  {
    keys: ['50011', '70004', '900971'],
    kind: 'registration',
    title: 'This address is not registered',
    explanation: 'Microsoft Entra ID does not know the address it is to send you back to.',
    remedy: ASK,
    administrator:
      'Add redirectUri and silentRedirectUri of config.json to the app registration, platform "Single-page application", letter for letter.',
    retry: 'never-automatic',
  },
  {
    keys: ['9002326', '7000218'],
    kind: 'registration',
    title: 'This app is not registered correctly',
    explanation:
      'Its redirect URI is registered for another platform than a single-page application.',
    remedy: ASK,
    administrator:
      'Move the redirect URI to the platform "Single-page application" in the app registration.',
    retry: 'never-automatic',
  },
  {
    keys: ['9002327'],
    kind: 'registration',
    title: 'The sign-in lost its origin on the way',
    explanation: 'Microsoft Entra ID did not see that the request came from this site.',
    remedy: 'Switch off browser extensions that change requests, then try again.',
    administrator:
      'Something removes the Origin header (a proxy or an extension), or a server redeems what the browser was given.',
    retry: 'never-automatic',
  },
  {
    keys: ['700016', '700011', 'unauthorized_client', 'invalid_client'],
    kind: 'registration',
    title: 'This app is not known to the directory',
    explanation: 'The client ID in config.json belongs to no application that may sign in here.',
    remedy: ASK,
    administrator:
      'Check clientId, tenant and cloud in config.json; install the app in the tenant.',
    retry: 'never-automatic',
  },
  {
    keys: ['7000112'],
    kind: 'registration',
    title: 'This app has been switched off',
    explanation: 'The organization has disabled it.',
    remedy: 'Ask your administrator.',
    administrator: 'Enterprise applications, this app, Properties, "Enabled for users to sign-in".',
    retry: 'never-automatic',
  },
  {
    keys: ['90002', '50059', '50128', '90038'],
    kind: 'registration',
    title: 'The organization was not found',
    explanation: 'No tenant has the name or ID that this app is set up with, or not in this cloud.',
    remedy: ASK,
    administrator: 'Check tenant and cloud in config.json.',
    retry: 'never-automatic',
  },
  {
    keys: ['50194', '90130', '9002332'],
    kind: 'registration',
    title: 'This app is set up for other accounts',
    explanation: 'Its registration and its settings do not agree on who may sign in.',
    remedy: ASK,
    administrator:
      'Make tenant in config.json fit "Supported account types" of the app registration.',
    retry: 'never-automatic',
  },
  {
    keys: ['900144', '90014', '9002313', '90100', 'invalid_request', 'unsupported_response_type'],
    kind: 'registration',
    title: 'The request was not complete',
    explanation: 'Microsoft Entra ID misses a part of the sign-in request, or cannot read it.',
    remedy: 'Try again. If it comes back, send the details to your support team.',
    administrator:
      'A proxy or extension may have changed the request; else it is a defect of this app.',
    retry: 'never-automatic',
  },
  {
    keys: [
      'untrusted_authority',
      'authority_uri_insecure',
      'authority_mismatch',
      'url_parse_error',
      'empty_url_error',
      'redirect_uri_empty',
      'invalid_authority_metadata',
      'invalid_cloud_discovery_metadata',
      'issuer_validation_failed',
    ],
    kind: 'registration',
    title: 'The sign-in service is set up wrongly',
    explanation: 'The address of the identity provider in this app’s settings cannot be used.',
    remedy: ASK,
    administrator: 'Check cloud and tenant, or authority and knownAuthorities, in config.json.',
    retry: 'never-automatic',
  },
];
