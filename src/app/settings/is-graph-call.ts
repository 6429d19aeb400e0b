import type { HttpRequest } from '@angular/common/http';
import type { Settings } from './settings';

/** Whether a request goes to Microsoft Graph: the exact origin, so no look-alike and no other port. */
export function isGraphCall(request: HttpRequest<unknown>, { graphBaseUrl }: Settings): boolean {
  return new URL(request.url, window.location.href).origin === new URL(graphBaseUrl).origin;
}
