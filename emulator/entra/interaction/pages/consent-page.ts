import { html } from 'hono/html';
import type { Cloud } from '../../../cloud.ts';
import type { Person } from '../../../directory/person.ts';
import type { Interaction } from '../../../tokens/interactions.ts';
import type { Page } from '../../pages/layout.ts';
import { permissionList } from './permission-list.ts';
import { identity, initial } from '../../pages/person.ts';

export function consentPage(
  cloud: Cloud,
  interaction: Interaction,
  person: Person,
  scopes: readonly string[],
): Page {
  const { client, purpose } = interaction.request;
  const forAll = purpose === 'admin-consent';
  const body = html`
    ${identity(person)}
    <h1>Permissions requested</h1>
    ${forAll && html`<p class="lead">Review for your organization</p>`}
    <p class="app">
      <span class="app-icon" aria-hidden="true">${initial(client.name)}</span>
      <span><strong>${client.name}</strong><br />Published by ${client.publisher}</span>
    </p>
    <p>This app would like to:</p>
    ${permissionList(cloud, scopes)}
    <p class="hint">
      Accepting lets this app use
      ${forAll ? 'the data of everyone in your organization' : 'your data'} as it says above. This
      cloud forgets it when it stops.
    </p>
    <form method="post" action="/interaction/${interaction.id}/consent">
      <input type="hidden" name="csrf" value="${interaction.csrf}" />
      ${
        person.administrator &&
        !forAll &&
        html`<p class="choice">
          <input type="checkbox" id="organization" name="organization" value="yes" />
          <label for="organization">Consent on behalf of your organization</label>
        </p>`
      }
      <p class="actions">
        <button name="decision" value="cancel" class="secondary">Cancel</button>
        <button name="decision" value="accept" class="primary">Accept</button>
      </p>
    </form>
  `;
  return { title: 'Permissions requested', body };
}
