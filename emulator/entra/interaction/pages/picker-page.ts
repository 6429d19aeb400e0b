import { html } from 'hono/html';
import type { Cloud } from '../../../cloud.ts';
import type { Person } from '../../../directory/person.ts';
import type { BrowserSession } from '../../../tokens/browser-sessions.ts';
import { hintedPerson } from '../../request/candidates.ts';
import { maySignIn } from '../../request/client.ts';
import type { Interaction } from '../../../tokens/interactions.ts';
import type { Markup, Page } from '../../pages/layout.ts';
import { FEW, findPeople, searchField } from '../../pages/people-search.ts';
import { avatar } from '../../pages/person.ts';

/**
 * Everyone who may use this app at this address: who was asked for and who is signed in here first.
 *
 * @param find what was typed into the search field; with it, only those who fit are there
 */
export function pickerPage(
  cloud: Cloud,
  interaction: Interaction,
  session: BrowserSession,
  find = '',
): Page {
  const { request } = interaction;
  const everyone = cloud.directory.people.filter((person) =>
    maySignIn(person, request.audience, request.client),
  );
  const people = findPeople(everyone, find);
  const isSignedIn = ({ id }: Person): boolean => session.accounts.has(id);
  const hinted = hintedPerson(cloud, request);
  const isHinted = (person: Person): boolean => person.id === hinted?.id && !isSignedIn(person);
  const others = people.filter((person) => !isSignedIn(person) && !isHinted(person));
  const body = html`
    <h1>Pick an account</h1>
    <p class="lead">to continue to <strong>${request.client.name}</strong></p>
    ${everyone.length > FEW && searchField(`/interaction/${interaction.id}`, find, people.length)}
    <form method="post" action="/interaction/${interaction.id}/account">
      <input type="hidden" name="csrf" value="${interaction.csrf}" />
      ${titled('Asked for', people.filter(isHinted))}
      ${titled('Signed in', people.filter(isSignedIn), interaction)}
      ${cloud.directory.tenants.map(({ id, displayName }) => {
        const members = others.filter(({ tenantId }) => tenantId === id);
        const shown = find === '' ? members.filter(({ featured }) => featured) : members;
        const rest = members.filter((person) => !shown.includes(person));
        return html`${titled(displayName, shown)} ${more(displayName, rest)}`;
      })}
    </form>
    <p class="actions">
      <a class="button quiet" href="/interaction/${interaction.id}?other">Use another account</a>
    </p>
  `;
  return { title: 'Pick an account', body };
}

function titled(
  heading: string,
  people: readonly Person[],
  interaction?: Interaction,
): Markup | '' {
  return people.length === 0
    ? ''
    : html`<h2>${heading}</h2>
        ${list(people, interaction)}`;
}

function more(tenantName: string, rest: readonly Person[]): Markup | '' {
  return rest.length === 0
    ? ''
    : html`<details>
        <summary>${rest.length} more at ${tenantName}</summary>
        ${list(rest)}
      </details>`;
}

/** @param interaction for people signed in here: each can be signed out on the spot */
function list(people: readonly Person[], interaction?: Interaction): Markup {
  return html`<ul class="people">
    ${people.map(
      (person) =>
        html`<li>
          <button name="username" value="${person.userPrincipalName}">
            ${avatar(person)}
            <span class="who"
              ><bdi class="name">${person.displayName}</bdi>
              <span class="username">${person.userPrincipalName}</span></span
            >
          </button>
          ${interaction && forgetButton(person, interaction)}
        </li>`,
    )}
  </ul>`;
}

function forgetButton(person: Person, interaction: Interaction): Markup {
  return html`<button
    class="forget"
    name="forget"
    value="${person.id}"
    formaction="/interaction/${interaction.id}/forget"
  >
    Sign out ${person.userPrincipalName}
  </button>`;
}
