import type { Cloud } from '../../cloud.ts';
import type { Person } from '../../directory/person.ts';
import { query } from '../../http/context.ts';
import type { HttpContext } from '../../http/context.ts';
import { getAudienceName } from '../../tokens/audience.ts';
import type { Interaction } from '../../tokens/interactions.ts';
import { maySignIn } from '../request/client.ts';
import {
  adminRequired,
  consentDeclined,
  interactionMismatch,
  userNotFound,
  userNotInTenant,
} from '../errors/entra-error.ts';
import type { EntraError } from '../errors/entra-error.ts';
import { findInteraction, formTargets, postedForm, refuse, signInAs } from './interaction.ts';
import { nextStep } from './next-step.ts';
import { sendPage } from '../pages/layout.ts';
import { signInPage } from './pages/sign-in-page.ts';
import { keepSession } from '../request/session-cookie.ts';
import { showStep } from './show-step.ts';

/**
 * The sign-in pages' own addresses. A post answers 303 to GET /interaction/{id}, which shows the next
 * page or goes back to the app, so that reloading never posts twice.
 */

export async function showInteraction(cloud: Cloud, c: HttpContext): Promise<Response> {
  const { interaction, session } = findInteraction(cloud, c);
  if (query(c).has('other')) {
    c.set('decision', 'asked for the name of another account');
    return sendPage(c, signInPage(interaction, {}), { formTargets: formTargets(interaction) });
  }
  const find = query(c).get('find');
  const wantsList = query(c).has('pick') || find !== null;
  if (wantsList && interaction.chosenPersonId === undefined) {
    interaction.pickInstead = true;
  }
  return showStep(cloud, c, interaction, session, find ?? '');
}

export async function chooseAccount(cloud: Cloud, c: HttpContext): Promise<Response> {
  const { interaction, session } = findInteraction(cloud, c);
  const form = postedForm(c, interaction);
  const username = form.get('username') ?? '';
  const person = cloud.directory.personByUsername(username);
  const problem = refusal(interaction, username, person);
  if (!person || problem) {
    c.set('decision', problem ? `AADSTS${String(problem.code)}: ${problem.message}` : '');
    const page = signInPage(interaction, { username, problem });
    return sendPage(c, page, { formTargets: formTargets(interaction) });
  }
  return signInAs(cloud, c, { interaction, session }, person);
}

/** The second factor, which here is a press of a button. */
export function approve(cloud: Cloud, c: HttpContext): Response {
  const { interaction, session } = findInteraction(cloud, c);
  postedForm(c, interaction);
  const step = nextStep(cloud, interaction, session);
  if (step.kind !== 'approve') {
    throw interactionMismatch();
  }
  step.account.approval = cloud.revocations.next();
  step.account.authMethods = ['pwd', 'mfa'];
  interaction.chosenPersonId = step.account.person.id;
  c.set('decision', `${step.account.person.userPrincipalName} approved the sign-in`);
  return c.redirect(`/interaction/${interaction.id}`, 303);
}

export function decideConsent(cloud: Cloud, c: HttpContext): Response | Promise<Response> {
  const { interaction, session } = findInteraction(cloud, c);
  const form = postedForm(c, interaction);
  const step = nextStep(cloud, interaction, session);
  if (!('account' in step)) {
    throw interactionMismatch();
  }
  const { request } = interaction;
  const { person } = step.account;
  if (form.get('decision') !== 'accept') {
    return refuse(cloud, c, { interaction, person }, consentDeclined());
  }
  if (step.kind === 'admin-approval') {
    throw adminRequired();
  }
  if (step.kind !== 'consent') {
    // Granted in another tab since this page was shown.
    return c.redirect(`/interaction/${interaction.id}`, 303);
  }
  const forAll =
    request.purpose === 'admin-consent' ||
    (person.administrator && form.get('organization') === 'yes');
  const holder = forAll ? person.tenantId : person.id;
  cloud.consents.grant(request.client.clientId, holder, step.scopes);
  interaction.chosenPersonId = person.id;
  interaction.consentedPersonId = person.id;
  c.set('decision', `${person.userPrincipalName} granted ${step.scopes.join(' ')}`);
  return c.redirect(`/interaction/${interaction.id}`, 303);
}

export function answerStay(cloud: Cloud, c: HttpContext): Response {
  const { interaction, session } = findInteraction(cloud, c);
  const form = postedForm(c, interaction);
  const step = nextStep(cloud, interaction, session);
  if (step.kind !== 'stay') {
    throw interactionMismatch();
  }
  interaction.stayAnsweredPersonId = step.account.person.id;
  if (form.get('stay') === 'yes') {
    step.account.signInState = ['kmsi'];
    keepSession(cloud, c, session);
  }
  return c.redirect(`/interaction/${interaction.id}`, 303);
}

/** "Sign out of this one", beside a signed-in account in the list. */
export function forgetAccount(cloud: Cloud, c: HttpContext): Response {
  const { interaction, session } = findInteraction(cloud, c);
  const account = postedForm(c, interaction).get('forget');
  if (account !== undefined) {
    cloud.sessions.signOut(session, account);
  }
  return c.redirect(`/interaction/${interaction.id}`, 303);
}

function refusal(
  { request }: Interaction,
  username: string,
  person: Person | undefined,
): EntraError | undefined {
  const { client, audience } = request;
  const where = getAudienceName(audience);
  if (!person) {
    return userNotFound(username, where);
  }
  return maySignIn(person, audience, client)
    ? undefined
    : userNotInTenant(username, where, [client.clientId, client.name]);
}
