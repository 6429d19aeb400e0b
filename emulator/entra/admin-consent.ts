import type { Cloud } from '../cloud.ts';
import { originOf } from './authorize-faults.ts';
import { readReplyAddress } from './read-authorize-request.ts';
import type { AuthorizeRequest } from '../tokens/authorize-request.ts';
import { Parameters } from './parameters.ts';
import { query } from '../http/context.ts';
import type { HttpContext } from '../http/context.ts';
import { requestedScopes } from './requested-scopes.ts';
import { ensureSession } from './session-cookie.ts';
import { startInteraction } from './interaction-cookie.ts';
import { showStep } from './show-step.ts';

/**
 * GET /{tenant}/adminconsent and /{tenant}/v2.0/adminconsent: an administrator grants permissions for
 * everyone (Microsoft, "Admin consent on the Microsoft identity platform"). The answer carries
 * `admin_consent=True` and the tenant instead of a code.
 */
export function adminConsent(cloud: Cloud, c: HttpContext): Promise<Response> {
  const parameters = new Parameters(query(c));
  const address = readReplyAddress(cloud, c.req.param('tenant') ?? '', parameters);
  const scope = parameters.get('scope') ?? 'https://graph.microsoft.com/.default';
  const request: AuthorizeRequest = {
    ...address,
    responseMode: 'query',
    purpose: 'admin-consent',
    scopes: requestedScopes(scope, address.client, address.audience),
    prompt: 'select_account',
    nonce: undefined,
    codeChallenge: undefined,
    loginHint: undefined,
    domainHint: undefined,
    sid: undefined,
    maxAge: undefined,
    withClientInfo: false,
    claims: { clientCapabilities: [], authContext: [] },
  };
  const asker = { origin: originOf(c, undefined), person: undefined };
  const session = ensureSession(cloud, c);
  return showStep(cloud, c, startInteraction(cloud, c, request, asker), session);
}
