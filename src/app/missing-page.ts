/**
 * Says that a page of the app did not arrive, and offers it again. A link loads the page anew, with the
 * parts that are there now; only the person starts that, so that it cannot repeat itself.
 *
 * @param url path in this app
 */
export function showMissingPage(url: string, document: Document): void {
  const problem = document.createElement('section');
  problem.className = 'startup-failure';
  problem.role = 'alert';
  const heading = document.createElement('h1');
  heading.textContent = 'This page did not load';
  const text = document.createElement('p');
  text.textContent = 'The app may have been updated, or the connection was lost.';
  const link = document.createElement('a');
  link.href = url;
  link.className = 'button';
  link.textContent = 'Load the page again';
  problem.append(heading, text, link);
  document.querySelector('main')?.replaceChildren(problem);
}
