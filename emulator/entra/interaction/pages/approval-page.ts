import { html } from 'hono/html';
import type { Person } from '../../../directory/person.ts';
import type { Interaction } from '../../../tokens/interactions.ts';
import type { Page } from '../../pages/layout.ts';
import { identity } from '../../pages/person.ts';

/** Multi-factor authentication, without a telephone. */
export function approvalPage(interaction: Interaction, person: Person): Page {
  const body = html`
    ${identity(person)}
    <h1>Approve sign in request</h1>
    <p>
      A second factor is required to continue to
      <strong>${interaction.request.client.name}</strong>. On this cloud, a button stands for your
      phone.
    </p>
    <form method="post" action="/interaction/${interaction.id}/approval">
      <input type="hidden" name="csrf" value="${interaction.csrf}" />
      <p class="actions"><button class="primary">Approve</button></p>
    </form>
  `;
  return { title: 'Approve sign in request', body };
}
