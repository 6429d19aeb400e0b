import type { Routes } from '@angular/router';

/**
 * Returns the page of a URL without what may identify somebody: the route's own first segment, `/mail` for
 * `/mail?message=42`, and `/*` for whatever is no route.
 */
export function pagePath(url: string, routes: Routes): string {
  const [first = ''] = url.slice(1).split(/[/?#;]/);
  return routes.some(({ path }) => path === first) ? `/${first}` : '/*';
}
