/**
 * Returns the path the app lives at, with a slash at its end: `/` or `/portal/`. The same as settings/app-root.ts, which
 * cannot be used here: the start script must not share a module with another chunk.
 */
export function basePath(document: Document): string {
  return document.querySelector('base')?.getAttribute('href') ?? '/';
}
