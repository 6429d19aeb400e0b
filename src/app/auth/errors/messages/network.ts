import type { ErrorMessageEntry } from './error-message';
import { transientCodes } from './transient-codes';

/** Errors on the way to Entra ID. */
export const networkMessages: readonly ErrorMessageEntry[] = [
  {
    keys: ['no_network_connectivity'],
    kind: 'network',
    title: 'You are offline',
    explanation: 'This device has no connection to the network.',
    remedy: 'Connect to the network; nothing on this page is lost.',
    retry: 'when-online',
  },
  {
    ...transientCodes.unreachable,
    kind: 'network',
    title: 'The sign-in service could not be reached',
    explanation: 'The network or the service did not answer.',
    remedy: 'Check your connection, then try again.',
    administrator:
      'Let the login host through firewalls, proxies and the page’s content security policy (connect-src).',
  },
  {
    keys: ['request_timed_out'],
    kind: 'network',
    title: 'The sign-in service did not answer',
    explanation: 'It was given 20 seconds, and what it may still answer is not used.',
    remedy: 'Check your connection, then try again.',
    administrator: 'See whether a proxy or a filter holds back the answers of the sign-in service.',
    retry: 'never-automatic',
  },
  {
    ...transientCodes.metadataNotFound,
    kind: 'network',
    title: 'The sign-in service could not be found',
    explanation: 'Its description could not be loaded.',
    remedy: 'Check your connection, then try again.',
    administrator: 'Check cloud and tenant, or authority, in config.json, and connect-src.',
  },
  {
    ...transientCodes.unreadable,
    kind: 'network',
    title: 'The answer of the sign-in service could not be read',
    explanation:
      'The service was too busy for a proper answer, or something else answered in its place, such as a proxy or the sign-in page of a network.',
    remedy: 'Open another site to see whether your network asks you to sign in, then try again.',
    administrator:
      'See whether a proxy or a filter on the way answers in place of the sign-in service.',
  },
  {
    keys: ['timed_out/failed_to_redirect', 'timed_out'],
    kind: 'network',
    title: 'The sign-in page did not open',
    explanation: 'The browser did not get there in time.',
    remedy: 'Check your connection, load this page again, then try again.',
    administrator: 'See whether a proxy or a filter blocks the address of the sign-in service.',
    retry: 'never-automatic',
  },
  {
    ...transientCodes.busy,
    kind: 'busy',
    title: 'The sign-in service is busy',
    explanation: 'It asked to be left alone for a moment. Nothing is wrong with your account.',
    remedy: 'Wait a minute, then try again.',
  },
  {
    keys: ['50196'],
    kind: 'busy',
    title: 'Too many sign-ins in a short time',
    explanation: 'Microsoft Entra ID saw the same request again and again and stopped it.',
    remedy: 'Close other tabs of this app, wait a while, then try again.',
    administrator:
      'If several people see it, the app asks for tokens in a loop: tell its developers.',
    retry: 'never-automatic',
  },
];
