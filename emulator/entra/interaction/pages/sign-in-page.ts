import { html } from 'hono/html';
import type { EntraError } from '../../errors/entra-error.ts';
import type { Interaction } from '../../../tokens/interactions.ts';
import type { Page } from '../../pages/layout.ts';

interface SignInOptions {
  readonly username?: string;
  readonly problem?: EntraError | undefined;
}

/** The typed form; there is no password to ask for. */
export function signInPage(
  interaction: Interaction,
  { username = '', problem }: SignInOptions,
): Page {
  const { request } = interaction;
  const body = html`
    <h1>Sign in</h1>
    <p class="lead">to continue to <strong>${request.client.name}</strong></p>
    <form method="post" action="/interaction/${interaction.id}/account">
      <input type="hidden" name="csrf" value="${interaction.csrf}" />
      ${
        problem &&
        html`<p class="problem" role="alert" id="problem">
          ${problem.message} <small>AADSTS${problem.code}</small>
        </p>`
      }
      <label for="username">Email or username</label>
      <input
        id="username"
        name="username"
        type="text"
        inputmode="email"
        autocomplete="username"
        autocapitalize="none"
        spellcheck="false"
        required
        autofocus
        value="${username}"
        ${problem && html`aria-invalid="true" aria-describedby="problem"`}
      />
      <p class="hint">For example adele@contoso.example. No password is needed here.</p>
      <p class="actions"><button class="primary">Next</button></p>
    </form>
    ${
      request.prompt !== 'login' &&
      html`<p class="aside">
        <a href="/interaction/${interaction.id}?pick">Choose from the people on this cloud</a>
      </p>`
    }
  `;
  return { title: 'Sign in', body };
}
