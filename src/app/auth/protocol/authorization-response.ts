import { returnUrl } from './return-url';

/**
 * Whether a fragment is a response to MSAL's request, and not a person's own `#code=5&state=WA`.
 * @see RFC 6749 sections 4.1.2 and 4.1.2.1
 */
export function isResponse(fragment: string): boolean {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  return (
    requestId(parameters.get('state')) !== undefined &&
    (parameters.has('code') || parameters.has('error'))
  );
}

/** Returns the request id from MSAL's part of `state`, base64 of JSON before `|`; undefined when it is not MSAL's. */
function requestId(state: string | null): string | undefined {
  try {
    const made = JSON.parse(atob(state?.split('|', 1)[0] ?? '')) as { id?: unknown } | null;
    return typeof made?.id === 'string' && UUID.test(made.id) ? made.id : undefined;
  } catch {
    return undefined;
  }
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Returns the return URL, behind `|` in `state`; after a failure, MSAL does not return it. */
export function parseReturnUrl(fragment: string): string | undefined {
  const state = new URLSearchParams(fragment.replace(/^#/, '')).get('state') ?? '';
  return returnUrl(state.slice(state.indexOf('|') + 1));
}

/** Entra ID accepts no code of an older sign-in. */
const MAX_SIGN_IN_MS = 60 * 60_000;

/**
 * Whether a response is to a request of the last hour, not an old history entry: its id is a UUID version 7, which
 * begins with the time.
 * @see RFC 9562 section 5.7
 */
export function isRecentResponse(fragment: string, now: number): boolean {
  const id = requestId(new URLSearchParams(fragment.replace(/^#/, '')).get('state'));
  const begun = Number.parseInt(id?.replace('-', '').slice(0, 12) ?? '', 16);
  return Math.abs(now - begun) < MAX_SIGN_IN_MS;
}

/** Whether a page load returned from a sign-out: Entra ID adds MSAL's `state` to the URL. */
export function isReturnFromSignOut(href: string, signedOutPage: string): boolean {
  const { origin, pathname, searchParams } = new URL(href);
  return (
    origin + pathname === signedOutPage &&
    [...searchParams.keys()].join() === 'state' &&
    requestId(searchParams.get('state')) !== undefined
  );
}
