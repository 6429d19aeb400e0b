/** Returns the app's root: `<base href>`, which `ng build --base-href /portal/` sets, or the root of the origin. */
export function appRoot(document = window.document): URL {
  const href = document.querySelector('base')?.getAttribute('href') ?? '/';
  return new URL(href, document.location.origin);
}

/**
 * Returns the app's root without its language: `/portal/` for `/portal/de/`. The build puts every language but English
 * into a folder by its code (angular.json, `i18n`), which is also what `lang` says.
 */
export function siteRoot(root = appRoot(), document = window.document): URL {
  const { lang } = document.documentElement;
  return lang !== 'en' && root.pathname.endsWith(`/${lang}/`) ? new URL('../', root) : root;
}
