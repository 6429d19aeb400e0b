/** Returns the app's path: `/` or `/portal/`. Repeats settings/app-root.ts, since the start script shares no module. */
export function basePath(document: Document): string {
  return document.querySelector('base')?.getAttribute('href') ?? '/';
}
