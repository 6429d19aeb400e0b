import { html } from 'hono/html';
import type { Page } from './layout.ts';

/** For people who follow a wrong link to this cloud. */
export function notFoundPage(path: string): Page {
  const body = html`
    <h1>There is nothing at this address</h1>
    <p>The local cloud does not know this address: <code>${path}</code></p>
    <p>
      It stands in for those parts of Microsoft Entra ID and Microsoft Graph that its README lists.
      Apps begin a sign-in at this one: <code>/common/oauth2/v2.0/authorize</code>
    </p>
    <p class="actions"><a class="button" href="/">See what is here</a></p>
  `;
  return { title: 'Nothing here', body };
}
