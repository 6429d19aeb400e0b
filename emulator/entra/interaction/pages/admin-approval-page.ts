import { html } from 'hono/html';
import type { Cloud } from '../../../cloud.ts';
import type { Person } from '../../../directory/person.ts';
import type { Interaction } from '../../../tokens/interactions.ts';
import type { Page } from '../../pages/layout.ts';
import { identity } from '../../pages/person.ts';
import { permissionList } from './permission-list.ts';

/** AADSTS90094: what somebody sees who may not grant what the app asks for. */
export function adminApprovalPage(
  cloud: Cloud,
  interaction: Interaction,
  person: Person,
  scopes: readonly string[],
): Page {
  const { client } = interaction.request;
  const body = html`
    ${identity(person)}
    <h1>Need admin approval</h1>
    <p>
      <strong>${client.name}</strong> needs permission to access resources in your organization that
      only an admin can grant. Please ask an admin to grant permission to this app before you can
      use it. <small>AADSTS90094</small>
    </p>
    ${permissionList(cloud, scopes)}
    <p>
      <a href="/interaction/${interaction.id}?other"
        >Have an admin account? Sign in with that account</a
      >
    </p>
    <form method="post" action="/interaction/${interaction.id}/consent">
      <input type="hidden" name="csrf" value="${interaction.csrf}" />
      <p class="actions">
        <button name="decision" value="cancel" class="secondary">
          Return to the application without granting consent
        </button>
      </p>
    </form>
  `;
  return { title: 'Need admin approval', body };
}
