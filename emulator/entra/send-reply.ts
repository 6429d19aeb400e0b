import type { Reply } from './authorize-response.ts';
import type { HttpContext } from '../http.ts';
import { formPostPage } from './pages/form-post-page.ts';
import { sendPage } from './pages/layout.ts';

/** Sends the browser back to the app: by redirect, or by a form that submits itself. */
export async function sendReply(c: HttpContext, reply: Reply): Promise<Response> {
  const url = new URL(reply.redirectUri);
  if (reply.mode === 'form_post') {
    const page = formPostPage(url.href, reply.parameters);
    return sendPage(c, page, { formTargets: [url.origin], withScript: true });
  }
  if (reply.mode === 'fragment') {
    // `+` means a space in a query only: a fragment is read with decodeURIComponent.
    url.hash = reply.parameters.toString().replaceAll('+', '%20');
  } else {
    reply.parameters.forEach((value, name) => {
      url.searchParams.append(name, value);
    });
  }
  return c.redirect(url.href, c.req.method === 'POST' ? 303 : 302);
}
