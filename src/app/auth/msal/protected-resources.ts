import type { HttpRequest } from '@angular/common/http';
import type { MsalInterceptorConfiguration, ProtectedResourceScopes } from '@azure/msal-angular';
import type { Settings } from '../../settings/settings';

/** What MsalInterceptor goes by: addresses and their permissions, by HTTP method where that matters. */
export type ResourceMap = MsalInterceptorConfiguration['protectedResourceMap'];

/** Addresses of one API that need the same permissions. */
export interface ApiResource {
  /** `https://orders.contoso.example`; Microsoft Graph when left out. */
  readonly origin?: string | undefined;
  /** Whole paths, where `*` stands for anything: `/v1.0/me/messages`, `/v1.0/me/messages/*`. */
  readonly paths: readonly string[];
  /** Permissions in their registered spelling, all of one API: `Mail.Read`, `api://<id>/Orders.Read`. */
  readonly scopes: readonly string[];
  /** The HTTP methods that need these permissions; every method when left out. */
  readonly methods?: readonly string[] | undefined;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The addresses that every page may call, and those of `apis` in config.json; a page adds its own. */
export function protectedResources(settings: Settings): ResourceMap {
  const map: ResourceMap = new Map();
  const graph = ['/v1.0/me', '/v1.0/me/photos/*/$value'];
  addResource(map, settings, { paths: graph, scopes: ['User.Read'] });
  for (const api of settings.apis) addResource(map, settings, api);
  return map;
}

/**
 * Adds an API's addresses to MsalInterceptor's map, where the first match wins. A row with methods goes before one
 * without, whatever comes first; of two rows without methods for one path, the first is kept.
 */
export function addResource(map: ResourceMap, settings: Settings, resource: ApiResource): void {
  const { origin = settings.graphBaseUrl, paths, scopes, methods } = resource;
  for (const address of paths.map((path) => origin + path)) {
    const byMethod = new Map<string, ProtectedResourceScopes>();
    for (const entry of map.get(address) ?? [])
      if (typeof entry !== 'string') byMethod.set(entry.httpMethod, entry);
    for (const httpMethod of methods ?? METHODS)
      if (methods || !byMethod.has(httpMethod))
        byMethod.set(httpMethod.toUpperCase(), {
          httpMethod: httpMethod.toUpperCase(),
          scopes: [...scopes],
        });
    map.set(address, [...byMethod.values()]);
  }
}

/** Whether a request goes to an API of the map: the exact origin, so no look-alike and no other port. */
export function isProtectedOrigin({ url }: HttpRequest<unknown>, map: ResourceMap): boolean {
  const { origin } = new URL(url, window.location.href);
  return [...map.keys()].some((address) => new URL(address).origin === origin);
}

/**
 * Returns the permissions of the row that MsalInterceptor takes for a request; undefined when it takes none.
 * The spec compares this with the shipped interceptor.
 */
export function scopesFor(request: HttpRequest<unknown>, map: ResourceMap): string[] | undefined {
  const url = new URL(request.url, window.location.href);
  for (const [address, entries] of map) {
    if (!matches(url, address)) continue;
    const scopes = (entries ?? []).flatMap((entry) => {
      if (typeof entry === 'string') return [entry];
      const isMethod = entry.httpMethod.toUpperCase() === request.method.toUpperCase();
      return isMethod ? (entry.scopes ?? []) : [];
    });
    if (scopes.length > 0) return scopes;
  }
  return undefined;
}

function matches({ origin, pathname }: URL, address: string): boolean {
  const row = new URL(address);
  const pattern = row.pathname
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return row.origin === origin && new RegExp(`^${pattern}$`).test(pathname.replace(/\/$/, ''));
}
