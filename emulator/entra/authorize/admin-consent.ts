import type { Cloud } from '../../cloud.ts';
import { toRequestOrigin } from '../response/authorize-faults.ts';
import { readRedirectTarget } from '../request/read-authorize-request.ts';
import type { AuthorizeRequest } from '../../tokens/authorize-request.ts';
import { Parameters } from '../request/parameters.ts';
import { query } from '../../http/context.ts';
import type { HttpContext } from '../../http/context.ts';
import { requestedScopes } from '../request/requested-scopes.ts';
import { ensureSession } from '../request/session-cookie.ts';
import { startInteraction } from '../interaction/interaction-cookie.ts';
import { showStep } from '../interaction/show-step.ts';

/**
 * GET /{tenant}/adminconsent and /{tenant}/v2.0/adminconsent: an administrator grants permissions for
 * everyone (Microsoft, "Admin consent on the Microsoft identity platform"). The answer carries
 * `admin_consent=True` and the tenant instead of a code.
 */
export function adminConsent(cloud: Cloud, c: HttpContext): Promise<Response> {
  const parameters = new Parameters(query(c));
  const target = readRedirectTarget(cloud, c.req.param('tenant') ?? '', parameters);
  const scope = parameters.get('scope') ?? 'https://graph.microsoft.com/.default';
  const request: AuthorizeRequest = {
    ...target,
    responseMode: 'query',
    purpose: 'admin-consent',
    scopes: requestedScopes(cloud, scope, target.client, target.audience),
    prompt: 'select_account',
    nonce: undefined,
    codeChallenge: undefined,
    loginHint: undefined,
    domainHint: undefined,
    sid: undefined,
    maxAge: undefined,
    withClientInfo: false,
    claims: { clientCapabilities: [], authContext: [], idTokenClaims: [] },
  };
  const context = { origin: toRequestOrigin(c, undefined), person: undefined };
  const session = ensureSession(cloud, c);
  return showStep(cloud, c, startInteraction(cloud, c, request, context), session);
}
