import { html } from 'hono/html';
import type { Person } from '../../directory/person.ts';
import type { Markup } from './layout.ts';

/** A face, or the first letter of a name: decoration beside text that says who it is. */
export function avatar(person: Person): Markup {
  if (person.portrait !== null) {
    return html`<img
      class="avatar"
      src="/portraits/${person.portrait}.jpg"
      alt=""
      width="40"
      height="40"
    />`;
  }
  return html`<span class="avatar initial" aria-hidden="true"
    >${initial(person.displayName)}</span
  >`;
}

/** The account a page speaks of. */
export function identity(person: Person): Markup {
  return html`<p class="identity">
    ${avatar(person)}
    <span><strong dir="auto">${person.displayName}</strong> ${person.userPrincipalName}</span>
  </p>`;
}

export function initial(name: string): string {
  const [first] = new Intl.Segmenter('en').segment(name);
  return first?.segment.toUpperCase() ?? '?';
}
