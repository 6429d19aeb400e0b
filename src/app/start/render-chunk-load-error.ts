/**
 * Says that a part of the app did not arrive, in place of what is on the page: a new version replaced
 * it, or the connection broke. Loading the page anew gets the parts that are there now, at the same
 * address; only the person starts that, so that it cannot repeat itself.
 */
export function renderChunkLoadError(document: Document): void {
  const section = document.createElement('section');
  section.className = 'startup-failure';
  section.setAttribute('role', 'alert');
  const heading = document.createElement('h1');
  heading.textContent = 'This page did not load completely';
  const text = document.createElement('p');
  text.textContent = 'The app may have been updated, or the connection was lost.';
  const button = document.createElement('button');
  button.className = 'button';
  button.textContent = 'Load the page again';
  button.addEventListener('click', () => {
    document.defaultView?.location.reload();
  });
  section.append(heading, text, button);
  document.querySelector('main')?.replaceChildren(section);
}
