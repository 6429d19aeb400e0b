/** Returns the app's path: `/` or `/portal/`. Repeats settings/app-root.ts, since the start script shares no module. */
export function basePath(document: Document): string {
  return document.querySelector('base')?.getAttribute('href') ?? '/';
}

/** Returns the same without the language: `/portal/` for `/portal/de/`. */
export function sitePath(document: Document): string {
  const path = basePath(document);
  const { lang } = document.documentElement;
  return lang !== 'en' && path.endsWith(`/${lang}/`) ? path.slice(0, -lang.length - 1) : path;
}
