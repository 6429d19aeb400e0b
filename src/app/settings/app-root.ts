/** Returns the app's root: `<base href>`, which `ng build --base-href /portal/` sets, or the root of the origin. */
export function appRoot(document = window.document): URL {
  const href = document.querySelector('base')?.getAttribute('href') ?? '/';
  return new URL(href, document.location.origin);
}
