export type GraphFailureKind =
  | 'offline'
  /** No response, though there is a network. */
  | 'unreachable'
  | 'timeout'
  /** 401. */
  | 'signed-out'
  /** 403. */
  | 'forbidden'
  /** 404, 410. */
  | 'not-found'
  /** 429, 509. */
  | 'busy'
  /** 5xx. */
  | 'unavailable'
  /** A response of the wrong shape. */
  | 'unreadable'
  /** Any other status. */
  | 'refused';

/** What the page shows for a kind of failure; `administrator` is advice for them, absent when there is none. */
export interface GraphErrorMessage {
  readonly title: string;
  readonly explanation: string;
  readonly remedy: string;
  readonly administrator?: string;
}

const TELL_SUPPORT = 'Try again. If it comes back, send the details to your support team.';

/** @see https://learn.microsoft.com/graph/errors */
export const graphErrorMessages: Readonly<Record<GraphFailureKind, GraphErrorMessage>> = {
  offline: {
    title: 'You are offline',
    explanation: 'This device has no connection to the network.',
    remedy: 'Connect to the network, then try again.',
  },
  unreachable: {
    title: 'Microsoft Graph could not be reached',
    explanation: 'The network or the service did not answer.',
    remedy: 'Check your connection, then try again.',
    administrator:
      'Let the Graph host through firewalls, proxies and the page’s content security policy (connect-src).',
  },
  timeout: {
    title: 'Microsoft Graph took too long',
    explanation: 'It did not answer within 15 seconds.',
    remedy: 'Check your connection, then try again.',
  },
  'signed-out': {
    title: 'Your sign-in is no longer valid for Microsoft Graph',
    explanation: 'It has expired or was ended.',
    remedy: 'Sign in again to continue.',
  },
  forbidden: {
    title: 'You do not have permission to read this',
    explanation:
      'Either this app has not been allowed to read it, or your account lacks the right or the licence.',
    remedy: 'Ask your administrator, and show them the note below.',
    administrator:
      'Check that the permissions listed in scopes of config.json are granted (Enterprise applications, this app, Permissions), and that the person has the role and the licence the data needs.',
  },
  'not-found': {
    title: 'Microsoft Graph has no data for this account',
    explanation: 'It does not exist, was deleted, or has not been set up yet.',
    remedy: 'Personal accounts and some guests have none; try another account.',
  },
  busy: {
    title: 'Microsoft Graph is busy',
    explanation: 'There were too many requests in a short time, and it asks for a pause.',
    remedy: 'Wait a minute, then try again.',
    administrator:
      'Limits count for the app and for the tenant: look for other programs that call Graph a lot.',
  },
  unavailable: {
    title: 'Microsoft Graph is not available at the moment',
    explanation: 'The service has a problem of its own.',
    remedy: 'Wait a little, then try again.',
    administrator: 'See "Service health" in the Microsoft 365 admin center.',
  },
  unreadable: {
    title: 'The answer from Microsoft Graph could not be read',
    explanation: 'It was not in the form it should have; something else may have answered.',
    remedy: TELL_SUPPORT,
  },
  refused: {
    title: 'Microsoft Graph refused the request',
    explanation: 'It did not accept what this app asked for.',
    remedy: TELL_SUPPORT,
  },
};
