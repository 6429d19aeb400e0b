import { html } from 'hono/html';
import type { Page } from './layout.ts';

/** GET /error?code=50011: where `error_uri` leads. What the number means and what a developer does. */
const REMEDIES: Readonly<Record<string, string>> = {
  '16000': 'Several accounts are signed in: name one with login_hint or sid, or ask on a page.',
  '28000': 'Ask for the permissions of one API per token request.',
  '50011':
    'Register the redirect URI exactly as the app sends it; only the port of http://localhost is free.',
  '50034': 'Sign in as somebody of this cloud, or add the person to its seed.',
  '50058': 'Nobody is signed in to this browser: start an interactive sign-in.',
  '50076': 'Send the person to an interactive sign-in; a page asks for the second factor.',
  '50105': 'Assign the person a role of the app, or sign in as somebody who has one.',
  '50173': 'The sessions were revoked: start an interactive sign-in.',
  '54005': 'A code works once. Look for a page that handles the answer twice.',
  '65001': 'Start an interactive sign-in that asks for the permission.',
  '65004': 'The person said no. Explain why the permission is needed before asking again.',
  '70008': 'A code lives sixty seconds: redeem it at once.',
  '70016': 'The code waits for somebody: open the address beside it, and poll again.',
  '70019': 'A device code lives fifteen minutes: ask for another.',
  '90094': 'Sign in as an administrator, such as megan@contoso.example, or use /adminconsent.',
  '500112': 'Send the redirect URI of the authorize request with the code, unchanged.',
  '501481': 'The verifier belongs to another request: keep one per request.',
  '650053': 'The API has no such permission. Check the spelling and the prefix of the scope.',
  '700016': 'Check the client id and the tenant; a seed file adds registrations of your own.',
  '700025': 'Only web apps have a secret: leave it out, or register the redirect URI under Web.',
  '700084':
    'Tokens of single-page apps end after 24 hours: start an interactive or silent sign-in.',
  '7000215': 'Send the secret of the registration: in the seed file it is the field `secret`.',
  '7000218':
    'Web apps send a secret. An app in the browser is registered under Single-page application.',
  '9002325': 'Single-page apps must send code_challenge with method S256.',
  '9002326': 'Register the redirect URI under the platform Single-page application.',
  '9002327': 'Codes of single-page apps are redeemed by browsers only, which send an Origin.',
};

export function explainPage(code: string): Page {
  const remedy = Object.hasOwn(REMEDIES, code) ? REMEDIES[code] : undefined;
  const body = html`
    <h1>AADSTS${code}</h1>
    <p>
      ${remedy ?? 'The local cloud has no advice for this number; the error text says what it knows.'}
    </p>
    <p class="hint">
      Microsoft's own page: <code>https://login.microsoftonline.com/error?code=${code}</code>
    </p>
  `;
  return { title: `AADSTS${code}`, body };
}
