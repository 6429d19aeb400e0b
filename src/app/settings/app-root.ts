/**
 * Returns the address of the app's root, with a slash at its end: what `<base href>` says, or else the root of the
 * origin. A build for a sub-path has that element (`npm run build -- --base-href /portal/`).
 */
export function appRoot(document = window.document): URL {
  const href = document.querySelector('base')?.getAttribute('href') ?? '/';
  return new URL(href, document.location.origin);
}
