import type { HttpRequest } from '@angular/common/http';
import type { Settings } from './settings';

/** Whether a request goes to Microsoft Graph or to one of `apis` in config.json: the exact origin, port included. */
export function isApiCall({ url }: HttpRequest<unknown>, settings: Settings): boolean {
  const { origin } = new URL(url, window.location.href);
  return [settings.graphBaseUrl, ...settings.apis.map((api) => api.origin)].includes(origin);
}
