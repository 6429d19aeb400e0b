import type { Cloud } from '../cloud.ts';
import type { Person } from '../directory/person.ts';
import type { BrowserSession } from '../tokens/browser-sessions.ts';
import { applyPersonFaults } from './authorize-faults.ts';
import { maySignIn } from './client.ts';
import { getAudienceName } from '../tokens/audience.ts';
import {
  EntraError,
  adminRequired,
  consentDeclined,
  interactionMismatch,
  userNotFound,
  userNotInTenant,
} from './entra-error.ts';
import type { HttpContext } from '../http/context.ts';
import { Parameters } from './parameters.ts';
import { query } from '../http/context.ts';
import type { Interaction } from '../tokens/interactions.ts';
import { needsSignIn, nextStep } from './next-step.ts';
import { sendPage } from './pages/layout.ts';
import { signInPage } from './pages/sign-in-page.ts';
import { sendRefusal } from './send-authorization-response.ts';
import { currentSession, keepSession } from './session-cookie.ts';
import { isOfThisBrowser } from './interaction-cookie.ts';
import { showStep } from './show-step.ts';

/**
 * The sign-in pages' own addresses. A post answers 303 to GET /interaction/{id}, which shows the next
 * page or goes back to the app, so that reloading never posts twice.
 */

export async function showInteraction(cloud: Cloud, c: HttpContext): Promise<Response> {
  const { interaction, session } = find(cloud, c);
  if (query(c).has('other')) {
    c.set('decision', 'asked for the name of another account');
    const formTargets = [new URL(interaction.request.redirectUri).origin];
    return sendPage(c, signInPage(interaction, {}), { formTargets });
  }
  if (query(c).has('pick') && interaction.chosenPersonId === undefined) {
    interaction.pickInstead = true;
  }
  return showStep(cloud, c, interaction, session);
}

export async function chooseAccount(cloud: Cloud, c: HttpContext): Promise<Response> {
  const { interaction, session } = find(cloud, c);
  const form = postedForm(c, interaction);
  const username = form.get('username') ?? '';
  const person = cloud.directory.personByUsername(username);
  const problem = refusal(interaction, username, person);
  if (!person || problem) {
    c.set('decision', problem ? `AADSTS${String(problem.code)}: ${problem.message}` : '');
    const formTargets = [new URL(interaction.request.redirectUri).origin];
    return sendPage(c, signInPage(interaction, { username, problem }), { formTargets });
  }
  const account = session.accounts.get(person.id);
  if (!account || needsSignIn(cloud, interaction, account)) {
    cloud.sessions.signIn(session, person);
  }
  interaction.chosenPersonId = person.id;
  interaction.authenticatedPersonId = person.id;
  c.set('decision', `${person.userPrincipalName} signed in`);
  try {
    const faultResponse = await applyPersonFaults(cloud, c, interaction, person);
    return faultResponse ?? c.redirect(`/interaction/${interaction.id}`, 303);
  } catch (error) {
    if (!(error instanceof EntraError)) {
      throw error;
    }
    return refuse(cloud, c, { interaction, person }, error);
  }
}

/** The second factor, which here is a press of a button. */
export function approve(cloud: Cloud, c: HttpContext): Response {
  const { interaction, session } = find(cloud, c);
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
  const { interaction, session } = find(cloud, c);
  const form = postedForm(c, interaction);
  const step = nextStep(cloud, interaction, session);
  if (step.kind !== 'consent' && step.kind !== 'admin-approval') {
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
  const { interaction, session } = find(cloud, c);
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
  const { interaction, session } = find(cloud, c);
  const account = postedForm(c, interaction).get('forget');
  if (account !== undefined) {
    cloud.sessions.signOut(session, account);
  }
  return c.redirect(`/interaction/${interaction.id}`, 303);
}

function find(cloud: Cloud, c: HttpContext): { interaction: Interaction; session: BrowserSession } {
  const interaction = cloud.interactions.find(c.req.param('id') ?? '');
  const session = currentSession(cloud, c);
  if (!interaction || !session || !isOfThisBrowser(cloud, c, interaction)) {
    throw interactionMismatch();
  }
  return { interaction, session };
}

/** Ends the request with an error for the app. */
function refuse(
  cloud: Cloud,
  c: HttpContext,
  { interaction, person }: { interaction: Interaction; person: Person },
  error: EntraError,
): Promise<Response> {
  cloud.interactions.end(interaction);
  const { request: target, origin } = interaction;
  return sendRefusal(cloud, c, { target, context: { origin, person } }, error);
}

function postedForm(c: HttpContext, interaction: Interaction): Parameters {
  const form = new Parameters(c.var.form);
  if (form.get('csrf') !== interaction.csrf) {
    throw interactionMismatch();
  }
  return form;
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
