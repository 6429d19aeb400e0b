import type { Cloud } from '../cloud.ts';
import { injectFaults } from '../faults/inject.ts';
import { readAuthorizeRequest, readReplyAddress } from './authorize-request.ts';
import type { AuthorizeRequest } from './authorize-request.ts';
import { codeReply, errorReply } from './authorize-response.ts';
import { EntraError } from './entra-error.ts';
import { Parameters, query } from '../http.ts';
import type { HttpContext } from '../http.ts';
import { silentStep } from './next-step.ts';
import { currentSession, ensureSession, startInteraction } from './session-cookie.ts';
import { sendReply } from './send-reply.ts';
import { showStep } from './show-step.ts';

/**
 * GET or POST /{tenant}/oauth2/v2.0/authorize. Until the client and its redirect URI are known, an error is
 * a page; from then on it goes back to the app.
 */
export async function authorize(cloud: Cloud, c: HttpContext): Promise<Response> {
  const parameters = new Parameters(c.req.method === 'POST' ? c.var.form : query(c));
  const address = readReplyAddress(cloud, c.req.param('tenant') ?? '', parameters);
  let request: AuthorizeRequest;
  try {
    const spoilt = await injectFaults(cloud, c, 'authorize');
    if (spoilt) {
      return spoilt;
    }
    request = readAuthorizeRequest(address, parameters);
    if (request.prompt === 'none') {
      return await silently(cloud, c, request);
    }
  } catch (error) {
    if (!(error instanceof EntraError)) {
      throw error;
    }
    c.set('decision', `AADSTS${String(error.code)} sent to the app: ${error.message}`);
    return sendReply(c, errorReply(cloud, address, error, c.var));
  }
  // From here on a person is looking: what refuses them is shown, not sent (AADSTS50105).
  return interactively(cloud, c, request);
}

function silently(cloud: Cloud, c: HttpContext, request: AuthorizeRequest): Promise<Response> {
  const step = silentStep(cloud, request, currentSession(cloud, c));
  if (step.kind !== 'complete') {
    throw new Error('a silent request cannot need a page');
  }
  c.set('decision', `code issued silently for ${step.account.person.userPrincipalName}`);
  return sendReply(c, codeReply(cloud, request, step.account, c.var.fault));
}

function interactively(cloud: Cloud, c: HttpContext, request: AuthorizeRequest): Promise<Response> {
  const session = ensureSession(cloud, c);
  return showStep(cloud, c, startInteraction(cloud, c, request), session);
}
