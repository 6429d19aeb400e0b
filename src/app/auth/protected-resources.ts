import type { Settings } from '../settings/settings';

/**
 * The Graph addresses that get a token, and with which permissions; a Graph call that matches no
 * row is not sent (token-check.interceptor.ts). Rows are matched strictly by MsalInterceptor: scheme, host, port and the whole path,
 * where `*` stands for any part of a path.
 *
 * Every row has the same scopes in the same spelling, because MSAL caches tokens by that text.
 */
export function protectedResources(settings: Settings): Map<string, string[]> {
  const graph = `${settings.graphBaseUrl}/v1.0`;
  return new Map([
    [`${graph}/me`, [...settings.scopes]],
    [`${graph}/me/photos/*/$value`, [...settings.scopes]],
  ]);
}
