import type { ErrorMessageEntry } from './error-message';
import { transientCodes } from './transient-codes';

/** Errors on the way to Entra ID. */
export const networkMessages: readonly ErrorMessageEntry[] = [
  {
    keys: ['no_network_connectivity'],
    kind: 'network',
    title: $localize`You are offline`,
    explanation: $localize`This device has no connection to the network.`,
    remedy: $localize`Connect to the network; nothing on this page is lost.`,
    retry: 'when-online',
  },
  {
    ...transientCodes.unreachable,
    kind: 'network',
    title: $localize`The sign-in service could not be reached`,
    explanation: $localize`The network or the service did not answer.`,
    remedy: $localize`Check your connection, then try again.`,
    administrator: $localize`Let the login host through firewalls, proxies and the page’s content security policy (connect-src).`,
  },
  {
    keys: ['request_timed_out'],
    kind: 'network',
    title: $localize`The sign-in service did not answer`,
    explanation: $localize`It was given 20 seconds, and what it may still answer is not used.`,
    remedy: $localize`Check your connection, then try again.`,
    administrator: $localize`See whether a proxy or a filter holds back the answers of the sign-in service.`,
    retry: 'never-automatic',
  },
  {
    ...transientCodes.metadataNotFound,
    kind: 'network',
    title: $localize`The sign-in service could not be found`,
    explanation: $localize`Its description could not be loaded.`,
    remedy: $localize`Check your connection, then try again.`,
    administrator: $localize`Check cloud and tenant, or authority, in config.json, and connect-src.`,
  },
  {
    ...transientCodes.unreadable,
    kind: 'network',
    title: $localize`The answer of the sign-in service could not be read`,
    explanation: $localize`The service was too busy for a proper answer, or something else answered in its place, such as a proxy or the sign-in page of a network.`,
    remedy: $localize`Open another site to see whether your network asks you to sign in, then try again.`,
    administrator: $localize`See whether a proxy or a filter on the way answers in place of the sign-in service.`,
  },
  {
    keys: ['timed_out/failed_to_redirect', 'timed_out'],
    kind: 'network',
    title: $localize`The sign-in page did not open`,
    explanation: $localize`The browser did not get there in time.`,
    remedy: $localize`Check your connection, load this page again, then try again.`,
    administrator: $localize`See whether a proxy or a filter blocks the address of the sign-in service.`,
    retry: 'never-automatic',
  },
  {
    ...transientCodes.busy,
    kind: 'busy',
    title: $localize`The sign-in service is busy`,
    explanation: $localize`It asked to be left alone for a moment. Nothing is wrong with your account.`,
    remedy: $localize`Wait a minute, then try again.`,
  },
  {
    keys: ['50196'],
    kind: 'busy',
    title: $localize`Too many sign-ins in a short time`,
    explanation: $localize`Microsoft Entra ID saw the same request again and again and stopped it.`,
    remedy: $localize`Close other tabs of this app, wait a while, then try again.`,
    administrator: $localize`If several people see it, the app asks for tokens in a loop: tell its developers.`,
    retry: 'never-automatic',
  },
];
