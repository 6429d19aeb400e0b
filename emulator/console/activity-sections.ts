import { html } from 'hono/html';
import type { Cloud } from '../cloud.ts';
import type { Markup } from '../entra/pages/layout.ts';
import type { LoggedExchange } from '../log.ts';

/**
 * What happens here: requests with the decision made and why, who is signed in, who agreed to what.
 * No session id, code or token is shown: the log masks them, and a session is known by its number.
 */

const MAX_REQUESTS = 200;
/** The pages' own files, and this page. */
const NOT_PROTOCOL = /^\/($|console|assets\/|portraits\/|control|favicon)/;

export function requestsSection({ log }: Cloud): Markup {
  const requests = log.entries
    .filter(({ path, method }) => method !== 'OPTIONS' && !NOT_PROTOCOL.test(path))
    .slice(-MAX_REQUESTS)
    .reverse();
  return html`<section aria-labelledby="requests">
    <h2 id="requests">Requests</h2>
    ${
      requests.length === 0
        ? html`<p class="hint">None yet. Sign in with an app, then reload this page.</p>`
        : html`<p class="hint">
              The last ${MAX_REQUESTS}, newest first. Codes, tokens and secrets are masked.
            </p>
            <div class="log">${requests.map(requestDetails)}</div>`
    }
  </section>`;
}

function requestDetails(exchange: LoggedExchange): Markup {
  const { at, method, path, status, decision, correlationId } = exchange;
  const fields = [...Object.entries(exchange.query), ...Object.entries(exchange.form)];
  return html`<details>
    <summary>
      <span class="status ${status >= 400 ? 'bad' : 'good'}">${status}</span>
      <span class="line"
        ><strong>${method}</strong> <span class="path">${shownPath(path)}</span></span
      >
      <time datetime="${at}">${at.slice(11, 19)}</time>
      <span class="decision" dir="auto">${decision === '' ? 'answered' : decision}</span>
    </summary>
    <dl class="details">
      <dt>Correlation ID</dt>
      <dd>${correlationId}</dd>
      ${fields.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd dir="auto">${value}</dd>`,
      )}
    </dl>
  </details>`;
}

/** An interaction's id is what its form is posted to. */
function shownPath(path: string): string {
  return path.replace(/^\/interaction\/[^/]+/, '/interaction/…');
}

export function sessionsSection({ sessions }: Cloud): Markup {
  const inUse = sessions.all().filter(({ accounts }) => accounts.size > 0);
  return html`<section aria-labelledby="sessions">
    <h2 id="sessions">Browser sessions</h2>
    ${inUse.length === 0 && html`<p class="hint">Nobody is signed in.</p>`}
    <ul class="facts">
      ${inUse.map(
        ({ accounts, lastUsed }, index) =>
          html`<li>
            <strong>Browser ${index + 1}</strong>, last seen
            ${new Date(lastUsed).toISOString().slice(11, 19)}
            <ul>
              ${[...accounts.values()].map(
                ({ person, authTime, authMethods }) =>
                  html`<li>
                    ${person.userPrincipalName}
                    <span class="hint"
                      >since ${new Date(authTime * 1000).toISOString().slice(11, 19)}
                      (${authMethods.join(', ')})</span
                    >
                  </li>`,
              )}
            </ul>
          </li>`,
      )}
    </ul>
  </section>`;
}

export function consentsSection({ consents, directory }: Cloud): Markup {
  const grants = consents.all();
  const holderName = (holder: string): string => {
    const tenant = directory.tenant(holder);
    return tenant
      ? `Everyone at ${tenant.displayName}`
      : (directory.person(holder)?.userPrincipalName ?? holder);
  };
  return html`<section aria-labelledby="consents">
    <h2 id="consents">Consents</h2>
    ${grants.length === 0 && html`<p class="hint">Nobody has agreed to anything yet.</p>`}
    <ul class="facts">
      ${grants.map(
        ({ clientId, holder, scopes }) =>
          html`<li>
            <strong>${holderName(holder)}</strong> lets
            ${directory.registration(clientId)?.name ?? clientId} use
            ${scopes.map((scope) => html`<code>${scope}</code> `)}
          </li>`,
      )}
    </ul>
  </section>`;
}
