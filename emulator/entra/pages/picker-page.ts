import { html } from 'hono/html';
import type { Cloud } from '../../cloud.ts';
import type { Person } from '../../directory/person.ts';
import type { BrowserSession } from '../../tokens/browser-sessions.ts';
import { hintedPerson } from '../candidates.ts';
import { maySignIn } from '../client.ts';
import type { Interaction } from '../../tokens/interactions.ts';
import type { Markup, Page } from './layout.ts';
import { avatar } from './person.ts';

/** Everyone who may use this app at this address: those signed in here first. */
export function pickerPage(cloud: Cloud, interaction: Interaction, session: BrowserSession): Page {
  const { request } = interaction;
  const people = cloud.directory.people.filter((person) =>
    maySignIn(person, request.audience, request.client),
  );
  const signedIn = people.filter(({ id }) => session.accounts.has(id));
  const hinted = hintedPerson(cloud, request);
  const askedFor = people.filter(({ id }) => id === hinted?.id && !session.accounts.has(id));
  const others = people.filter((one) => !session.accounts.has(one.id) && !askedFor.includes(one));
  const groups = cloud.directory.tenants
    .map((tenant) => ({ tenant, people: others.filter((p) => p.tenantId === tenant.id) }))
    .filter((group) => group.people.length > 0);
  const body = html`
    <h1>Pick an account</h1>
    <p class="lead">to continue to <strong>${request.client.name}</strong></p>
    <form method="post" action="/interaction/${interaction.id}/account">
      <input type="hidden" name="csrf" value="${interaction.csrf}" />
      ${
        askedFor.length > 0 &&
        html`<h2>Asked for</h2>
          ${list(askedFor)}`
      }
      ${
        signedIn.length > 0 &&
        html`<h2>Signed in</h2>
          ${list(signedIn, interaction)}`
      }
      ${groups.map(
        ({ tenant, people: members }) => html`
          <h2>${tenant.displayName}</h2>
          ${list(members.filter(({ featured }) => featured))} ${more(tenant.displayName, members)}
        `,
      )}
    </form>
    <p class="actions">
      <a class="button quiet" href="/interaction/${interaction.id}?other">Use another account</a>
    </p>
  `;
  return { title: 'Pick an account', body };
}

function more(tenantName: string, members: readonly Person[]): Markup | '' {
  const rest = members.filter(({ featured }) => !featured);
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
