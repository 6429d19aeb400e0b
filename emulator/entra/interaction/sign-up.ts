import type { Cloud } from '../../cloud.ts';
import { newPerson } from '../../directory/new-person.ts';
import type { Person } from '../../directory/person.ts';
import { PERSONAL_ACCOUNTS } from '../../directory/tenant.ts';
import type { HttpContext } from '../../http/context.ts';
import { findInteraction, formTargets, postedForm, signInAs } from './interaction.ts';
import { sendPage } from '../pages/layout.ts';
import { signUpPage } from './pages/sign-up-page.ts';
import type { SignUpProblem } from './pages/sign-up-page.ts';

const MAX_PEOPLE = 2_000;
const [DOMAIN] = PERSONAL_ACCOUNTS.domains;
const ADDRESS = new RegExp(`^[\\w.-]{1,64}@${DOMAIN.replaceAll('.', '\\.')}$`, 'i');

/**
 * POST /interaction/{id}/sign-up: `prompt=create` makes a personal account, which lives until a reset, and
 * signs it in.
 */
export function signUp(cloud: Cloud, c: HttpContext): Promise<Response> {
  const { interaction, session } = findInteraction(cloud, c);
  const form = postedForm(c, interaction);
  const displayName = (form.get('displayName') ?? '').trim();
  const username = (form.get('username') ?? '').trim();
  const person = newAccount(cloud, username, displayName);
  if ('sentence' in person) {
    c.set('decision', `made no account: ${person.sentence}`);
    const page = signUpPage(interaction, { username, displayName, problem: person });
    return sendPage(c, page, { formTargets: formTargets(interaction) });
  }
  cloud.directory.signUp(person);
  return signInAs(cloud, c, { interaction, session }, person);
}

/** @returns the person, or why there cannot be one */
function newAccount(
  { directory }: Cloud,
  username: string,
  displayName: string,
): Person | SignUpProblem {
  if (displayName === '' || displayName.length > 120) {
    return { field: 'displayName', sentence: 'Say what you are called, in up to 120 characters.' };
  }
  const person = ADDRESS.test(username) ? newPerson(username, { displayName }) : undefined;
  if (!person) {
    const sentence = `An address here is made of letters, digits, dots and dashes, and ends in @${DOMAIN}.`;
    return { field: 'username', sentence };
  }
  if (directory.personByUsername(username)) {
    const sentence = 'Somebody has this address already: choose another, or sign in.';
    return { field: 'username', sentence };
  }
  if (directory.people.length >= MAX_PEOPLE) {
    return { field: 'username', sentence: 'This cloud is full: reset it to sign up again.' };
  }
  return person;
}
