import { html } from 'hono/html';
import { GRAPH_PERMISSIONS } from '../../directory/permission.ts';
import type { Permission } from '../../directory/permission.ts';
import type { Person } from '../../directory/person.ts';
import { RESOURCES } from '../../directory/resource.ts';
import type { Interaction } from '../interactions.ts';
import type { Page } from './layout.ts';
import { identity, initial } from './person.ts';

export function consentPage(
  interaction: Interaction,
  person: Person,
  scopes: readonly string[],
): Page {
  const { client } = interaction.request;
  const body = html`
    ${identity(person)}
    <h1>Permissions requested</h1>
    <p class="app">
      <span class="app-icon" aria-hidden="true">${initial(client.name)}</span>
      <span><strong>${client.name}</strong><br />Published by ${client.publisher}</span>
    </p>
    <p>This app would like to:</p>
    <ul class="permissions">
      ${scopes.map((scope) => {
        const { name, permission } = describe(scope);
        return html`<li>
          <strong>${permission.title}</strong>
          <span>${permission.detail}</span>
          <code>${name}</code>
        </li>`;
      })}
    </ul>
    <p class="hint">
      Accepting lets this app use your data as it says above. This cloud forgets it when it stops.
    </p>
    <form method="post" action="/interaction/${interaction.id}/consent">
      <input type="hidden" name="csrf" value="${interaction.csrf}" />
      <p class="actions">
        <button name="decision" value="cancel" class="secondary">Cancel</button>
        <button name="decision" value="accept" class="primary">Accept</button>
      </p>
    </form>
  `;
  return { title: 'Permissions requested', body };
}

/** A consent is kept as `openid` or `https://graph.microsoft.com/User.Read`. */
function describe(scope: string): { name: string; permission: Permission } {
  const resource = RESOURCES.find(({ uri }) => scope.startsWith(`${uri}/`));
  const name = resource ? scope.slice(resource.uri.length + 1) : scope;
  const permissions = resource?.permissions ?? GRAPH_PERMISSIONS;
  return { name, permission: permissions[name] ?? { title: name, detail: '' } };
}
