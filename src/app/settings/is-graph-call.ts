import type { HttpRequest } from '@angular/common/http';
import { originOf } from './origin-of';
import type { Settings } from './settings';

/** Whether a request goes to Microsoft Graph: the exact origin, so no look-alike and no other port. */
export function isGraphCall(request: HttpRequest<unknown>, { graphBaseUrl }: Settings): boolean {
  return originOf(request) === graphBaseUrl;
}
