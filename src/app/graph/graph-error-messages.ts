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

const TELL_SUPPORT = $localize`Try again. If it comes back, send the details to your support team.`;

/** @see https://learn.microsoft.com/graph/errors */
export const graphErrorMessages: Readonly<Record<GraphFailureKind, GraphErrorMessage>> = {
  offline: {
    title: $localize`You are offline`,
    explanation: $localize`This device has no connection to the network.`,
    remedy: $localize`Connect to the network, then try again.`,
  },
  unreachable: {
    title: $localize`Microsoft Graph could not be reached`,
    explanation: $localize`The network or the service did not answer.`,
    remedy: $localize`Check your connection, then try again.`,
    administrator: $localize`Let the Graph host through firewalls, proxies and the page’s content security policy (connect-src).`,
  },
  timeout: {
    title: $localize`Microsoft Graph took too long`,
    explanation: $localize`It did not answer within 15 seconds.`,
    remedy: $localize`Check your connection, then try again.`,
  },
  'signed-out': {
    title: $localize`Your sign-in is no longer valid for Microsoft Graph`,
    explanation: $localize`It has expired or was ended.`,
    remedy: $localize`Sign in again to continue.`,
  },
  forbidden: {
    title: $localize`You do not have permission to read this`,
    explanation: $localize`Either this app has not been allowed to read it, or your account lacks the right or the licence.`,
    remedy: $localize`Ask your administrator, and show them the note below.`,
    administrator: $localize`Check that the permissions listed in scopes of config.json are granted (Enterprise applications, this app, Permissions), and that the person has the role and the licence the data needs.`,
  },
  'not-found': {
    title: $localize`Microsoft Graph has no data for this account`,
    explanation: $localize`It does not exist, was deleted, or has not been set up yet.`,
    remedy: $localize`Personal accounts and some guests have none; try another account.`,
  },
  busy: {
    title: $localize`Microsoft Graph is busy`,
    explanation: $localize`There were too many requests in a short time, and it asks for a pause.`,
    remedy: $localize`Wait a minute, then try again.`,
    administrator: $localize`Limits count for the app and for the tenant: look for other programs that call Graph a lot.`,
  },
  unavailable: {
    title: $localize`Microsoft Graph is not available at the moment`,
    explanation: $localize`The service has a problem of its own.`,
    remedy: $localize`Wait a little, then try again.`,
    administrator: $localize`See "Service health" in the Microsoft 365 admin center.`,
  },
  unreadable: {
    title: $localize`The answer from Microsoft Graph could not be read`,
    explanation: $localize`It was not in the form it should have; something else may have answered.`,
    remedy: TELL_SUPPORT,
  },
  refused: {
    title: $localize`Microsoft Graph refused the request`,
    explanation: $localize`It did not accept what this app asked for.`,
    remedy: TELL_SUPPORT,
  },
};
