import type { Cloud } from '../cloud.ts';
import type { Person } from '../directory/person.ts';
import type { BrowserSession, SignedInAccount } from '../tokens/browser-sessions.ts';
import { personIdFromHint } from '../tokens/claims.ts';
import type { AuthorizeRequest } from '../tokens/authorize-request.ts';
import { maySignIn } from './client.ts';

/** The signed-in accounts that fit the tenant, the app and the request's hints. */
export function candidates(
  cloud: Cloud,
  request: AuthorizeRequest,
  session: BrowserSession | undefined,
): SignedInAccount[] {
  const hinted = request.loginHint === undefined ? undefined : hintedUser(cloud, request);
  return [...(session?.accounts.values() ?? [])].filter(
    ({ person, sessionId }) =>
      maySignIn(person, request.audience, request.client) &&
      (request.sid === undefined || request.sid === sessionId) &&
      (hinted === undefined || hinted.toLowerCase() === person.userPrincipalName.toLowerCase()) &&
      fitsDomain(cloud, person, request.domainHint),
  );
}

/** A hint may be a user name or the opaque value of a `login_hint` claim. */
export function hintedUser(cloud: Cloud, request: AuthorizeRequest): string {
  const hint = request.loginHint ?? '';
  const person = cloud.directory.person(personIdFromHint(hint) ?? '');
  return person?.userPrincipalName ?? hint;
}

function fitsDomain(cloud: Cloud, person: Person, domainHint: string | undefined): boolean {
  if (domainHint === undefined || domainHint === 'organizations') {
    return true;
  }
  const tenant = cloud.directory.tenant(person.tenantId);
  return domainHint === 'consumers'
    ? tenant?.kind === 'consumer'
    : tenant?.domains.includes(domainHint.toLowerCase()) === true;
}

/** Signed in longer ago than `max_age` allows. */
export function isTooOld(
  cloud: Cloud,
  request: AuthorizeRequest,
  account: SignedInAccount,
): boolean {
  return request.maxAge !== undefined && cloud.clock() / 1000 - account.authTime > request.maxAge;
}

/** Whose sign-in it is, when the request or the browser's session says so before any page does. */
export function knownPerson(
  cloud: Cloud,
  request: AuthorizeRequest,
  session: BrowserSession | undefined,
): Person | undefined {
  const { prompt, sid, loginHint } = request;
  const [account, ...others] = candidates(cloud, request, session);
  const asksAnyway = (prompt === 'login' || prompt === 'select_account') && sid === undefined;
  const isOnlyOne = account && others.length === 0;
  if (isOnlyOne && !asksAnyway && !isTooOld(cloud, request, account)) {
    return account.person;
  }
  return loginHint === undefined
    ? undefined
    : cloud.directory.personByUsername(hintedUser(cloud, request));
}
