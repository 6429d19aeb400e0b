import { html } from 'hono/html';
import type { Person } from '../../../directory/person.ts';
import type { Interaction } from '../../../tokens/interactions.ts';
import type { Page } from '../../pages/layout.ts';
import { identity } from '../../pages/person.ts';

export function staySignedInPage(interaction: Interaction, person: Person): Page {
  const body = html`
    ${identity(person)}
    <h1>Stay signed in?</h1>
    <p>Do this to reduce the number of times you are asked to sign in.</p>
    <form method="post" action="/interaction/${interaction.id}/stay">
      <input type="hidden" name="csrf" value="${interaction.csrf}" />
      <p class="actions">
        <button name="stay" value="no" class="secondary">No</button>
        <button name="stay" value="yes" class="primary">Yes</button>
      </p>
    </form>
  `;
  return { title: 'Stay signed in?', body };
}
