import type { Cloud } from '../../cloud.ts';
import type { Person } from '../../directory/person.ts';
import type { HttpContext } from '../../http/context.ts';
import type { BrowserSession } from '../../tokens/browser-sessions.ts';
import type { Interaction } from '../../tokens/interactions.ts';
import { applyPersonFaults } from '../response/authorize-faults.ts';
import { EntraError, interactionMismatch } from '../errors/entra-error.ts';
import { isOfThisBrowser } from './interaction-cookie.ts';
import { needsSignIn } from './next-step.ts';
import { Parameters } from '../request/parameters.ts';
import { sendRefusal } from '../response/send-authorization-response.ts';
import { currentSession } from '../request/session-cookie.ts';

/** What the sign-in pages' own addresses have in common. */

/** @throws EntraError unless the address and the browser's cookies belong together */
export function findInteraction(
  cloud: Cloud,
  c: HttpContext,
): { interaction: Interaction; session: BrowserSession } {
  const interaction = cloud.interactions.find(c.req.param('id') ?? '');
  const session = currentSession(cloud, c);
  if (!interaction || !session || !isOfThisBrowser(cloud, c, interaction)) {
    throw interactionMismatch();
  }
  return { interaction, session };
}

/** @throws EntraError unless the form is one of the interaction's own pages */
export function postedForm(c: HttpContext, interaction: Interaction): Parameters {
  const form = new Parameters(c.var.form);
  if (form.get('csrf') !== interaction.csrf) {
    throw interactionMismatch();
  }
  return form;
}

/** Origins the forms of an interaction's pages may end at. */
export function formTargets({ request }: Interaction): string[] {
  return [new URL(request.redirectUri).origin];
}

/** Signs the person in, as far as that is still needed, and goes on to the next page. */
export async function signInAs(
  cloud: Cloud,
  c: HttpContext,
  { interaction, session }: { interaction: Interaction; session: BrowserSession },
  person: Person,
): Promise<Response> {
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

/** Ends the request with an error for the app. */
export function refuse(
  cloud: Cloud,
  c: HttpContext,
  { interaction, person }: { interaction: Interaction; person: Person },
  error: EntraError,
): Promise<Response> {
  cloud.interactions.end(interaction);
  const { request: target, origin } = interaction;
  return sendRefusal(cloud, c, { target, context: { origin, person } }, error);
}
