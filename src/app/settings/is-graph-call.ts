import type { HttpRequest } from '@angular/common/http';
import type { Settings } from './settings';

/** The last answer: every interceptor asks about the same call, and to parse an address takes its time. */
let last: readonly [url?: string, origin?: string] = [];

/** The origin a request goes to. */
export function originOf({ url }: HttpRequest<unknown>): string | undefined {
  if (last[0] !== url) last = [url, new URL(url, window.location.href).origin];
  return last[1];
}

/** Whether a request goes to Microsoft Graph: the exact origin, so no look-alike and no other port. */
export function isGraphCall(request: HttpRequest<unknown>, { graphBaseUrl }: Settings): boolean {
  return originOf(request) === graphBaseUrl;
}
