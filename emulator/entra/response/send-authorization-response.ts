import type { Cloud } from '../../cloud.ts';
import { applyResponseFault } from './authorize-faults.ts';
import type { RequestContext } from './authorize-faults.ts';
import type { RedirectTarget } from '../../tokens/authorize-request.ts';
import { errorResponse } from './authorization-response.ts';
import type { AuthorizationResponse } from './authorization-response.ts';
import type { EntraError } from '../errors/entra-error.ts';
import type { HttpContext } from '../../http/context.ts';
import { formPostPage } from './form-post-page.ts';
import { sendPage } from '../pages/layout.ts';

/** Sends the browser back to the app: by redirect, or by a form that submits itself. */
export async function sendAuthorizationResponse(
  cloud: Cloud,
  c: HttpContext,
  response: AuthorizationResponse,
  context: RequestContext,
): Promise<Response> {
  const url = new URL(response.redirectUri);
  const parameters = await applyResponseFault(cloud, c, context, response.parameters);
  if (response.mode === 'form_post') {
    const page = formPostPage(url.href, parameters);
    return sendPage(c, page, { formTargets: [url.origin], withScript: true });
  }
  if (response.mode === 'fragment') {
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
  { target, context }: { target: RedirectTarget; context: RequestContext },
  error: EntraError,
): Promise<Response> {
  const who = context.person ? ` for ${context.person.userPrincipalName}` : '';
  c.set('decision', `AADSTS${String(error.code)} sent to the app${who}: ${error.message}`);
  return sendAuthorizationResponse(
    cloud,
    c,
    errorResponse(cloud, target, error, c.var.trace),
    context,
  );
}
