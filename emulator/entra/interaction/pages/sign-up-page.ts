import { html } from 'hono/html';
import { PERSONAL_ACCOUNTS } from '../../../directory/tenant.ts';
import type { Interaction } from '../../../tokens/interactions.ts';
import type { Page } from '../../pages/layout.ts';

interface SignUpOptions {
  readonly username?: string;
  readonly displayName?: string;
  readonly problem?: SignUpProblem | undefined;
}

/** What was wrong with the last try. */
export interface SignUpProblem {
  readonly field: 'username' | 'displayName';
  readonly sentence: string;
}

/** `prompt=create`: a new personal account, without a password or a proof of the address. */
export function signUpPage(
  interaction: Interaction,
  { username = '', displayName = '', problem }: SignUpOptions,
): Page {
  const isWrong = (field: SignUpProblem['field']) =>
    problem?.field === field && html`aria-invalid="true" aria-describedby="problem"`;
  const startsAt = problem?.field ?? 'displayName';
  const body = html`
    <h1>Create account</h1>
    <p class="lead">to continue to <strong>${interaction.request.client.name}</strong></p>
    <form method="post" action="/interaction/${interaction.id}/sign-up">
      <input type="hidden" name="csrf" value="${interaction.csrf}" />
      ${problem && html`<p class="problem" role="alert" id="problem">${problem.sentence}</p>`}
      <label for="display-name">Name</label>
      <input
        id="display-name"
        name="displayName"
        type="text"
        autocomplete="name"
        required
        value="${displayName}"
        ${startsAt === 'displayName' && html`autofocus`}
        ${isWrong('displayName')}
      />
      <label for="username">New email</label>
      <input
        id="username"
        name="username"
        type="text"
        inputmode="email"
        autocomplete="username"
        autocapitalize="none"
        spellcheck="false"
        required
        value="${username}"
        ${startsAt === 'username' && html`autofocus`}
        ${isWrong('username')}
      />
      <p class="hint">
        For example somebody@${PERSONAL_ACCOUNTS.domains[0]}. The account lives until this cloud is
        reset.
      </p>
      <p class="actions"><button class="primary">Create account</button></p>
    </form>
    <p class="aside">
      <a href="/interaction/${interaction.id}?pick">Sign in with an account that exists</a>
    </p>
  `;
  return { title: 'Create account', body };
}
