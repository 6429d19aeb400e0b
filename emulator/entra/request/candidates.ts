import type { Cloud } from '../../cloud.ts';
import type { Person } from '../../directory/person.ts';
import type { BrowserSession, SignedInAccount } from '../../tokens/browser-sessions.ts';
import { personIdFromHint } from '../../tokens/claims.ts';
import type { AuthorizeRequest } from '../../tokens/authorize-request.ts';
import { maySignIn } from './client.ts';

/** The signed-in accounts that fit the tenant, the app and the request's hints. */
export function candidates(
  cloud: Cloud,
  request: AuthorizeRequest,
  session: BrowserSession | undefined,
): SignedInAccount[] {
  const hinted = request.loginHint === undefined ? undefined : hintedUser(cloud, request);
  return usableAccounts(request, session).filter(
    ({ person, sessionId }) =>
      (request.sid === undefined || request.sid === sessionId) &&
      (hinted === undefined || hinted.toLowerCase() === person.userPrincipalName.toLowerCase()) &&
      fitsDomain(cloud, person, request.domainHint),
  );
}

/** The signed-in accounts that fit the tenant and the app, whatever the request hints at. */
export function usableAccounts(
  { audience, client }: AuthorizeRequest,
  session: BrowserSession | undefined,
): SignedInAccount[] {
  return [...(session?.accounts.values() ?? [])].filter(({ person }) =>
    maySignIn(person, audience, client),
  );
}

/** A hint may be a user name or the opaque value of a `login_hint` claim. */
export function hintedUser(cloud: Cloud, request: AuthorizeRequest): string {
  const hint = request.loginHint ?? '';
  const person = cloud.directory.person(personIdFromHint(hint) ?? '');
  return person?.userPrincipalName ?? hint;
}

/** @returns nobody when the hint names nobody of this cloud */
export function hintedPerson(cloud: Cloud, request: AuthorizeRequest): Person | undefined {
  return request.loginHint === undefined
    ? undefined
    : cloud.directory.personByUsername(hintedUser(cloud, request));
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
  const { prompt, sid } = request;
  const [account, ...others] = candidates(cloud, request, session);
  const asks = prompt === 'login' || prompt === 'select_account' || prompt === 'create';
  const asksAnyway = asks && sid === undefined;
  const isOnlyOne = account && others.length === 0;
  if (isOnlyOne && !asksAnyway && !isTooOld(cloud, request, account)) {
    return account.person;
  }
  return hintedPerson(cloud, request);
}
