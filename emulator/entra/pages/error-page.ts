import { html } from 'hono/html';
import type { EntraError } from '../errors/entra-error.ts';
import type { Trace } from '../../http/trace.ts';
import type { Page } from './layout.ts';

/** What is shown when it would not be safe, or not possible, to send the browser back to the app. */
export function errorPage(error: EntraError, trace: Trace): Page {
  const body = html`
    <h1>Sorry, but we’re having trouble signing you in</h1>
    <p class="problem" role="alert">AADSTS${error.code}: ${error.message}</p>
    <h2>Troubleshooting details</h2>
    <dl class="details">
      <dt>Request Id</dt>
      <dd>${trace.traceId}</dd>
      <dt>Correlation Id</dt>
      <dd>${trace.correlationId}</dd>
      <dt>Timestamp</dt>
      <dd>${trace.timestamp}</dd>
    </dl>
    <p class="hint">Use your browser's Back button to return to the app.</p>
  `;
  return { title: 'Sign-in error', body };
}
