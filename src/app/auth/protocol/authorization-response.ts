import { returnUrl } from './return-url';

/**
 * Whether a fragment is an authorization response to a request of MSAL's. Anything else is the person's own, also when
 * its parameters have the same names: `#code=5&state=WA`.
 * @see RFC 6749 sections 4.1.2 and 4.1.2.1
 *
 * @param fragment `#code=…&state=…`
 */
export function isResponse(fragment: string): boolean {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  return (
    requestId(parameters.get('state')) !== undefined &&
    (parameters.has('code') || parameters.has('error'))
  );
}

/**
 * Returns the id that MSAL gave to a request, out of its part of `state`: base64 of JSON, in front of a bar.
 *
 * @returns undefined for a state that MSAL has not made
 */
function requestId(state: string | null): string | undefined {
  try {
    const made = JSON.parse(atob(state?.split('|', 1)[0] ?? '')) as { id?: unknown } | null;
    return typeof made?.id === 'string' && UUID.test(made.id) ? made.id : undefined;
  } catch {
    return undefined;
  }
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Returns the return URL out of `state`, which MSAL does not return after a failure: MSAL's own part, a bar, and the
 * text given to it.
 *
 * @param fragment `#error=…&state=…`
 */
export function returnUrlOfResponse(fragment: string): string | undefined {
  const state = new URLSearchParams(fragment.replace(/^#/, '')).get('state') ?? '';
  return returnUrl(state.slice(state.indexOf('|') + 1));
}

/** A sign-in that takes longer has timed out: Entra ID would not accept its code any more. */
const MAX_SIGN_IN_MS = 60 * 60_000;

/**
 * Whether a response belongs to a sign-in of the last hour, rather than to an old history entry: MSAL's part of
 * `state` has a UUID version 7, which begins with the time.
 * @see RFC 9562 section 5.7
 *
 * @param fragment `#code=…&state=…`
 * @param now milliseconds since 1970
 */
export function isRecentResponse(fragment: string, now: number): boolean {
  const id = requestId(new URLSearchParams(fragment.replace(/^#/, '')).get('state'));
  const begun = Number.parseInt(id?.replace('-', '').slice(0, 12) ?? '', 16);
  return Math.abs(now - begun) < MAX_SIGN_IN_MS;
}

/**
 * Whether a page load returned from signing out: Entra ID adds MSAL's `state` to the address.
 *
 * @param href address of the page load
 * @param signedOutPage absolute URL that signing out returns to
 */
export function isReturnFromSignOut(href: string, signedOutPage: string): boolean {
  const { origin, pathname, searchParams } = new URL(href);
  return (
    origin + pathname === signedOutPage &&
    [...searchParams.keys()].join() === 'state' &&
    requestId(searchParams.get('state')) !== undefined
  );
}
