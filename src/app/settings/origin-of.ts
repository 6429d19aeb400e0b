import type { HttpRequest } from '@angular/common/http';

/** The last answer: every interceptor asks about the same call, and to parse an address takes its time. */
let last: readonly [url?: string, origin?: string] = [];

/** The origin a request goes to. */
export function originOf({ url }: HttpRequest<unknown>): string | undefined {
  if (last[0] !== url) last = [url, new URL(url, window.location.href).origin];
  return last[1];
}
