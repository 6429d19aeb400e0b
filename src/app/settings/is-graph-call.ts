import type { HttpRequest } from '@angular/common/http';
import type { Settings } from './settings';

/** The last answer: every interceptor asks about the same call, and to parse an address takes its time. */
let last: { readonly url: string; readonly graph: string; readonly isGraph: boolean } | undefined;

/** Whether a request goes to Microsoft Graph: the exact origin, so no look-alike and no other port. */
export function isGraphCall(
  { url }: HttpRequest<unknown>,
  { graphBaseUrl: graph }: Settings,
): boolean {
  if (last?.url !== url || last.graph !== graph) {
    const { origin } = new URL(url, window.location.href);
    last = { url, graph, isGraph: origin === new URL(graph).origin };
  }
  return last.isGraph;
}
