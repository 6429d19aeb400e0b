import { html } from 'hono/html';
import type { Person } from '../../directory/person.ts';
import type { Markup } from './layout.ts';

/** Lists of no more people than these need no search field. */
export const FEW = 8;

/** Returns those whose name, user name and job together hold every word of the text, accents aside. */
export function findPeople(people: readonly Person[], text: string): Person[] {
  const words = plain(text).split(/\s+/);
  return people.filter(({ displayName, userPrincipalName, jobTitle }) => {
    const about = plain(`${displayName} ${userPrincipalName} ${jobTitle ?? ''}`);
    return words.every((word) => about.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * A search field that works by a request of the page itself, without a script.
 *
 * @param action the address of the page
 * @param found how many people fit the text
 */
export function searchField(action: string, text: string, found: number): Markup {
  return html`<form class="search" role="search" method="get" action="${action}">
    <label for="find">Search people</label>
    <div class="search-row">
      <input id="find" name="find" type="search" value="${text}" autocomplete="off" />
      <button class="secondary">Search</button>
    </div>
    ${text !== '' && html`<p class="hint" role="status">${outcome(found)}</p>`}
  </form>`;
}

function outcome(found: number): string {
  switch (found) {
    case 0:
      return 'Nobody found.';
    case 1:
      return '1 person found.';
    default:
      return `${String(found)} people found.`;
  }
}
