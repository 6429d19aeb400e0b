import type { Cloud } from '../../cloud.ts';
import type { Person } from '../../directory/person.ts';
import { getRoles } from '../../directory/roles.ts';
import { parseScopes } from '../../directory/scope.ts';
import type { BrowserSession, SignedInAccount } from '../../tokens/browser-sessions.ts';
import type { AuthorizeRequest } from '../../tokens/authorize-request.ts';
import { candidates, hintedUser, isTooOld, usableAccounts } from '../request/candidates.ts';
import {
  consentMissing,
  nobodySignedIn,
  notAssigned,
  severalAccounts,
} from '../errors/entra-error.ts';
import type { Interaction } from '../../tokens/interactions.ts';
import { checkStepUp, needsStepUp } from '../request/step-up.ts';
import { neededConsents } from '../request/requested-scopes.ts';

/** What an authorize request still needs before a code may be issued. */
export type Step =
  | { readonly kind: 'pick-account' | 'sign-up' }
  | { readonly kind: 'sign-in'; readonly username: string }
  | { readonly kind: 'consent'; readonly account: SignedInAccount; readonly scopes: string[] }
  | {
      readonly kind: 'admin-approval';
      readonly account: SignedInAccount;
      readonly scopes: string[];
    }
  | { readonly kind: 'stay'; readonly account: SignedInAccount }
  | { readonly kind: 'approve'; readonly account: SignedInAccount }
  | { readonly kind: 'complete'; readonly account: SignedInAccount };

/** `prompt=none`: the one account and its consents must be there already. */
export function silentStep(
  cloud: Cloud,
  request: AuthorizeRequest,
  session: BrowserSession | undefined,
): Step {
  const [account, ...others] = candidates(cloud, request, session);
  if (!account || isTooOld(cloud, request, account)) {
    throw nobodySignedIn();
  }
  if (others.length > 0) {
    throw severalAccounts();
  }
  checkAssignment(cloud, request, account.person);
  checkStepUp(cloud, account.person, account.approval, request.claims.authContext);
  if (missingConsents(cloud, request, account.person).length > 0) {
    throw consentMissing('consent_required', [request.client.clientId, request.client.name]);
  }
  return { kind: 'complete', account };
}

export function nextStep(cloud: Cloud, interaction: Interaction, session: BrowserSession): Step {
  const { request } = interaction;
  const account = chosenAccount(cloud, interaction, session);
  if (!account) {
    return whoIsIt(cloud, interaction, session);
  }
  checkAssignment(cloud, request, account.person);
  const { authContext } = request.claims;
  if (needsStepUp(cloud, account.person, account.approval, authContext)) {
    return { kind: 'approve', account };
  }
  return (
    consentStep(cloud, interaction, account) ??
    (cloud.asksToStay && mayAskToStay(interaction, account.person)
      ? { kind: 'stay', account }
      : { kind: 'complete', account })
  );
}

function mayAskToStay(interaction: Interaction, { id }: Person): boolean {
  return interaction.authenticatedPersonId === id && interaction.stayAnsweredPersonId !== id;
}

function consentStep(
  cloud: Cloud,
  { request, consentedPersonId }: Interaction,
  account: SignedInAccount,
): Step | undefined {
  const missing = missingConsents(cloud, request, account.person);
  const asksAgain =
    consentedPersonId !== account.person.id &&
    (request.prompt === 'consent' || request.purpose !== 'code');
  if (missing.length === 0 && !asksAgain) {
    return undefined;
  }
  const scopes = asksAgain ? neededConsents(request.scopes, request.client) : missing;
  const isForAdmin = request.purpose !== 'code' || scopes.some((scope) => needsAdmin(cloud, scope));
  return isForAdmin && !account.person.administrator
    ? { kind: 'admin-approval', account, scopes }
    : { kind: 'consent', account, scopes };
}

function needsAdmin(cloud: Cloud, scope: string): boolean {
  const [parsed] = parseScopes(scope, cloud.directory.resources);
  return parsed?.resource?.permissions[parsed.name]?.adminConsentRequired === true;
}

function checkAssignment(cloud: Cloud, { client }: AuthorizeRequest, person: Person): void {
  const roles = getRoles(client.roles, person, cloud.directory.groups);
  if (client.assignmentRequired && roles.length === 0) {
    throw notAssigned(person.userPrincipalName, client.name);
  }
}

function whoIsIt(
  cloud: Cloud,
  { request, pickInstead = false }: Interaction,
  session: BrowserSession,
): Step {
  const { loginHint, prompt } = request;
  if (prompt === 'create' && !pickInstead) {
    return { kind: 'sign-up' };
  }
  // A bookmarked sign-in of one person, opened where another is signed in: either may be meant.
  const isAnother = prompt !== 'login' && usableAccounts(request, session).length > 0;
  return loginHint === undefined || prompt === 'select_account' || pickInstead || isAnother
    ? { kind: 'pick-account' }
    : { kind: 'sign-in', username: hintedUser(cloud, request) };
}

function chosenAccount(
  cloud: Cloud,
  interaction: Interaction,
  session: BrowserSession,
): SignedInAccount | undefined {
  const { request, chosenPersonId } = interaction;
  if (chosenPersonId !== undefined) {
    const account = session.accounts.get(chosenPersonId);
    return account && needsSignIn(cloud, interaction, account) ? undefined : account;
  }
  const { prompt } = request;
  if (prompt === 'login' || prompt === 'select_account' || prompt === 'create') {
    return undefined;
  }
  const [account, ...others] = candidates(cloud, request, session);
  return account && others.length === 0 && !isTooOld(cloud, request, account) ? account : undefined;
}

/** Signed in, but not as freshly as the request wants. */
export function needsSignIn(
  cloud: Cloud,
  interaction: Interaction,
  account: SignedInAccount,
): boolean {
  const { request, authenticatedPersonId } = interaction;
  return (
    authenticatedPersonId !== account.person.id &&
    (request.prompt === 'login' || isTooOld(cloud, request, account))
  );
}

function missingConsents(cloud: Cloud, request: AuthorizeRequest, person: Person): string[] {
  const granted = cloud.consents.granted(request.client, person);
  return neededConsents(request.scopes, request.client).filter((scope) => !granted.has(scope));
}
