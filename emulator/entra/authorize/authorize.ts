import type { Cloud } from '../../cloud.ts';
import { toRequestOrigin, applyFaults } from '../response/authorize-faults.ts';
import type { RequestContext } from '../response/authorize-faults.ts';
import { readAuthorizeRequest, readRedirectTarget } from '../request/read-authorize-request.ts';
import type { AuthorizeRequest } from '../../tokens/authorize-request.ts';
import { codeResponse } from '../response/authorization-response.ts';
import { knownPerson } from '../request/candidates.ts';
import { EntraError } from '../errors/entra-error.ts';
import { Parameters } from '../request/parameters.ts';
import { query } from '../../http/context.ts';
import type { HttpContext } from '../../http/context.ts';
import { silentStep } from '../interaction/next-step.ts';
import { currentSession, ensureSession } from '../request/session-cookie.ts';
import { startInteraction } from '../interaction/interaction-cookie.ts';
import { sendRefusal, sendAuthorizationResponse } from '../response/send-authorization-response.ts';
import { showStep } from '../interaction/show-step.ts';
import { toV2Parameters } from '../v1/v1-parameters.ts';

/**
 * GET or POST /{tenant}/oauth2/v2.0/authorize, and version 1's without the number. Until the client and its redirect URI are known, an error is
 * a page; from then on it goes back to the app.
 */
export async function authorize(
  cloud: Cloud,
  c: HttpContext,
  version: 1 | 2 = 2,
): Promise<Response> {
  const sent = new Parameters(c.req.method === 'POST' ? c.var.form : query(c));
  const parameters = version === 1 ? toV2Parameters(sent, true) : sent;
  const target = readRedirectTarget(cloud, c.req.param('tenant') ?? '', parameters);
  const origin = toRequestOrigin(c, parameters.get('prompt'));
  let context: RequestContext = { origin, person: undefined };
  let request: AuthorizeRequest;
  try {
    request = readAuthorizeRequest(cloud, target, parameters);
    context = { origin, person: knownPerson(cloud, request, currentSession(cloud, c)) };
    const faultResponse = await applyFaults(cloud, c, context);
    if (faultResponse) {
      return faultResponse;
    }
    if (request.prompt === 'none') {
      return await silently(cloud, c, request, context);
    }
  } catch (error) {
    if (!(error instanceof EntraError)) {
      throw error;
    }
    return sendRefusal(cloud, c, { target, context }, error);
  }
  // From here on a person is looking: what refuses them is shown, not sent (AADSTS50105).
  const session = ensureSession(cloud, c);
  return showStep(cloud, c, startInteraction(cloud, c, request, context), session);
}

function silently(
  cloud: Cloud,
  c: HttpContext,
  request: AuthorizeRequest,
  context: RequestContext,
): Promise<Response> {
  const step = silentStep(cloud, request, currentSession(cloud, c));
  if (step.kind !== 'complete') {
    throw new Error('a silent request cannot need a page');
  }
  c.set('decision', `code issued silently for ${step.account.person.userPrincipalName}`);
  return sendAuthorizationResponse(cloud, c, codeResponse(cloud, request, step.account), context);
}
