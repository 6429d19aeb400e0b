import { html } from 'hono/html';
import type { Page } from '../pages/layout.ts';

/** response_mode=form_post (OAuth 2.0 Form Post Response Mode): the browser posts the answer on. */
export function formPostPage(target: string, parameters: URLSearchParams): Page {
  const body = html`
    <h1>Signing you in</h1>
    <form method="post" action="${target}">
      ${[...parameters].map(
        ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
      )}
      <p class="actions"><button class="primary">Continue</button></p>
    </form>
    <script src="/assets/submit.js"></script>
  `;
  return { title: 'Working…', body };
}
