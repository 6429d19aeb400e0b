/**
 * Shows, instead of the page, that a chunk could not be loaded: after a new deployment, or without a network. Only the
 * person reloads the page, so that it cannot loop.
 */
export function renderChunkLoadError(document: Document): void {
  const section = document.createElement('section');
  section.className = 'startup-failure';
  section.setAttribute('role', 'alert');
  const heading = document.createElement('h1');
  heading.textContent = $localize`This page did not load completely`;
  const text = document.createElement('p');
  text.textContent = $localize`The app may have been updated, or the connection was lost.`;
  const button = document.createElement('button');
  button.className = 'button';
  button.textContent = $localize`Load the page again`;
  button.addEventListener('click', () => {
    document.defaultView?.location.reload();
  });
  section.append(heading, text, button);
  document.querySelector('main')?.replaceChildren(section);
}
