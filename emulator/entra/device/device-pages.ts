import { html } from 'hono/html';
import type { Page } from '../pages/layout.ts';
import { DEVICE_PAGE } from './device-code.ts';

/** Where somebody types the code that a device shows. */
export function enterCodePage(problem?: string): Page {
  const body = html`
    <h1>Enter code</h1>
    <p class="lead">Enter the code that the app shows on your device.</p>
    <form method="post" action="${DEVICE_PAGE}">
      ${problem !== undefined && html`<p class="problem" role="alert" id="problem">${problem}</p>`}
      <label for="code">Code</label>
      <input
        id="code"
        name="user_code"
        type="text"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        required
        autofocus
        ${problem !== undefined && html`aria-invalid="true" aria-describedby="problem"`}
      />
      <p class="hint">Do not enter a code that somebody sent you.</p>
      <p class="actions"><button class="primary">Next</button></p>
    </form>
  `;
  return { title: 'Enter code', body };
}

/** @param app its name when the device may go on, undefined when it was declined */
export function deviceDonePage(app: string | undefined): Page {
  const body =
    app === undefined
      ? html`<h1>The sign-in was declined</h1>
          <p>The app on your device is told so. You may now close this window.</p>`
      : html`<h1>${app}</h1>
          <p>
            You have signed in to the ${app} application on your device. You may now close this
            window.
          </p>`;
  return { title: 'Device sign-in', body };
}
