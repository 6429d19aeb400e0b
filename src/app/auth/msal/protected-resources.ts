import type { HttpRequest } from '@angular/common/http';
import type { MsalInterceptorConfiguration, ProtectedResourceScopes } from '@azure/msal-angular';
import type { Settings } from '../../settings/settings';

/** MsalInterceptor's map: scopes by address and, where that matters, by HTTP method. */
export type ResourceMap = MsalInterceptorConfiguration['protectedResourceMap'];

export interface ApiResource {
  /** `https://orders.contoso.example`; Microsoft Graph by default. */
  readonly origin?: string | undefined;
  /** Whole paths; `*` matches anything: `/v1.0/me/messages/*`. */
  readonly paths: readonly string[];
  /** As registered, all of one API: `Mail.Read`, `api://<id>/Orders.Read`. */
  readonly scopes: readonly string[];
  readonly methods?: readonly string[] | undefined;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The resources of every page, and `apis` of config.json; routes add their own. */
export function protectedResources(settings: Settings): ResourceMap {
  const map: ResourceMap = new Map();
  const graph = ['/v1.0/me', '/v1.0/me/photos/*/$value'];
  if (settings.graphBaseUrl) addResource(map, settings, { paths: graph, scopes: ['User.Read'] });
  for (const api of settings.apis) addResource(map, settings, api);
  return map;
}

/**
 * Adds an API to MsalInterceptor's map, where the first match wins: rows with methods go first; of two rows without for
 * one path, the earlier stays.
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

/** Whether a request goes to an API of the map: the exact origin, port included. */
export function isProtectedOrigin({ url }: HttpRequest<unknown>, map: ResourceMap): boolean {
  const { origin } = new URL(url, window.location.href);
  return [...map.keys()].some((address) => new URL(address).origin === origin);
}

/** Returns the scopes that MsalInterceptor would request, or undefined. A spec compares the two. */
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
