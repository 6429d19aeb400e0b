import type { HttpRequest } from '@angular/common/http';
import { originOf } from '../../settings/origin-of';
import type { Settings } from '../../settings/settings';

/**
 * The addresses that get a token, and with which permissions; a call to one of these APIs that matches no row is
 * not sent (token-check.interceptor.ts). Rows are matched strictly by MsalInterceptor: scheme, host, port
 * and the whole path, where `*` stands for any part of a path.
 *
 * Every row of an origin has the same scopes in the same spelling, because MSAL caches tokens by that text. An API
 * of your own has an origin and scopes of its own: a token is for one API.
 */
export function protectedResources(settings: Settings): Map<string, string[]> {
  const graph = `${settings.graphBaseUrl}/v1.0`;
  return new Map([
    [`${graph}/me`, [...settings.scopes]],
    [`${graph}/me/photos/*/$value`, [...settings.scopes]],
  ]);
}

/**
 * The permissions that a call needs whose address is at the origin of a row; undefined for every other call. The exact
 * origin, so no look-alike and no other port.
 *
 * @param rows those that MsalInterceptor has
 */
export function scopesFor(
  request: HttpRequest<unknown>,
  rows: ReadonlyMap<string, unknown>,
): string[] | undefined {
  const origin = originOf(request);
  const row = [...rows].find(([address]) => new URL(address).origin === origin);
  return row?.[1] as string[] | undefined;
}
