/** Where a request leads, as a host reads it. */
export interface RequestTarget {
  /** Begins with a slash; dot segments are resolved, and nothing is decoded. */
  readonly pathname: string;
  /** With its question mark, or empty. */
  readonly search: string;
}

/**
 * Parses a request target in origin form (`/profile?x=1`) or in absolute form (`http://host/profile`). A path may begin
 * with two slashes, where `new URL(target, base)` would read a host name, or throw.
 * @see RFC 9112 section 3.2
 *
 * @returns undefined for anything else
 */
export function parseRequestTarget(target: string): RequestTarget | undefined {
  const path = /^(?:https?:\/\/[^/?#\s]+(?=[/?]|$))?([/?].*)?$/i.exec(target);
  if (!path || target === '' || target.startsWith('?')) return undefined;
  const { pathname, search } = new URL(`http://localhost${path[1] ?? '/'}`);
  return { pathname, search };
}

/**
 * Returns the file that answers a path of the app: one of the build, the landing page, or the page of every route.
 * A path is a file's when its last segment, before any matrix parameter, has an extension; what is encoded or holds an
 * `@` belongs to a route, as no file of a build has such a name.
 *
 * @param pathname below the path the build is for: `/profile`
 * @param page the page of every route: `/index.csr.html`
 * @returns undefined where there can be no file
 */
export function fileOf(pathname: string, page: string): string | undefined {
  if (pathname === '/') return '/index.html';
  const [path = ''] = pathname.split(';');
  if (path.includes('/.')) return undefined;
  if (!/\/[\w.~-]+\.\w+$/.test(path)) return page;
  return /^(\/[\w.~-]+)+$/.test(path) ? path : undefined;
}
