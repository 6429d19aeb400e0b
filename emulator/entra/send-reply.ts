import type { Cloud } from '../cloud.ts';
import { meetReplyFault } from './authorize-faults.ts';
import type { Asker } from './authorize-faults.ts';
import type { ReplyAddress } from '../tokens/authorize-request.ts';
import { errorReply } from './authorize-response.ts';
import type { Reply } from './authorize-response.ts';
import type { EntraError } from './entra-error.ts';
import type { HttpContext } from '../http/context.ts';
import { formPostPage } from './pages/form-post-page.ts';
import { sendPage } from './pages/layout.ts';

/** Sends the browser back to the app: by redirect, or by a form that submits itself. */
export async function sendReply(
  cloud: Cloud,
  c: HttpContext,
  reply: Reply,
  asker: Asker,
): Promise<Response> {
  const url = new URL(reply.redirectUri);
  const parameters = await meetReplyFault(cloud, c, asker, reply.parameters);
  if (reply.mode === 'form_post') {
    const page = formPostPage(url.href, parameters);
    return sendPage(c, page, { formTargets: [url.origin], withScript: true });
  }
  if (reply.mode === 'fragment') {
    // `+` means a space in a query only: a fragment is read with decodeURIComponent.
    url.hash = parameters.toString().replaceAll('+', '%20');
  } else {
    parameters.forEach((value, name) => {
      url.searchParams.append(name, value);
    });
  }
  return c.redirect(url.href, c.req.method === 'POST' ? 303 : 302);
}

/** An error for the app rather than for the person. */
export function sendRefusal(
  cloud: Cloud,
  c: HttpContext,
  { address, asker }: { address: ReplyAddress; asker: Asker },
  error: EntraError,
): Promise<Response> {
  const who = asker.person ? ` for ${asker.person.userPrincipalName}` : '';
  c.set('decision', `AADSTS${String(error.code)} sent to the app${who}: ${error.message}`);
  return sendReply(cloud, c, errorReply(cloud, address, error, c.var.trace), asker);
}
