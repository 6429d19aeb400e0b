import { html } from 'hono/html';
import type { BrowserSession } from '../../tokens/browser-sessions.ts';
import type { Page } from '../pages/layout.ts';
import { avatar } from '../pages/person.ts';

interface ReturnTo {
  readonly uri: string | undefined;
  readonly state: string | undefined;
}

export function signOutPage(session: BrowserSession, back: ReturnTo): Page {
  const body = html`
    <h1>Pick an account</h1>
    <p class="lead">Which account do you want to sign out of?</p>
    <form method="post" action="/sign-out">
      <input type="hidden" name="csrf" value="${session.csrf}" />
      ${
        back.uri !== undefined &&
        html`<input type="hidden" name="post_logout_redirect_uri" value="${back.uri}" />`
      }
      ${
        back.state !== undefined && html`<input type="hidden" name="state" value="${back.state}" />`
      }
      <ul class="people">
        ${[...session.accounts.values()].map(
          ({ person }) =>
            html`<li>
              <button name="account" value="${person.id}">
                ${avatar(person)}
                <span class="who"
                  ><bdi class="name">${person.displayName}</bdi>
                  <span class="username">${person.userPrincipalName}</span></span
                >
              </button>
            </li>`,
        )}
      </ul>
    </form>
  `;
  return { title: 'Sign out', body };
}

/** @param frames addresses of apps that hear of it in hidden frames, before the way back is taken */
export function signedOutPage(frames: readonly string[], next: string | undefined): Page {
  const body = html`
    <h1>You signed out of your account</h1>
    <p>It's a good idea to close all browser windows.</p>
    ${frames.map((address) => html`<iframe src="${address}" title="Signing out" hidden></iframe>`)}
    ${
      next !== undefined &&
      html`<p class="actions"><a class="button" rel="next" href="${next}">Back to the app</a></p>`
    }
    ${frames.length > 0 && html`<script src="/assets/sign-out.js"></script>`}
  `;
  return { title: 'Signed out', body };
}
