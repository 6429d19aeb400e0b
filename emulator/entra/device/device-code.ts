import type { Cloud } from '../../cloud.ts';
import type { HttpContext } from '../../http/context.ts';
import { DEVICE_CODE_SECONDS } from '../../tokens/device-codes.ts';
import { readClaims } from '../request/claims-parameter.ts';
import { findAudience, findClient } from '../request/client.ts';
import { missingParameter } from '../errors/entra-error.ts';
import { Parameters } from '../request/parameters.ts';
import { requestedScopes } from '../request/requested-scopes.ts';

export const DEVICE_PAGE = '/common/oauth2/deviceauth';
const POLL_SECONDS = 5;

/**
 * POST /{tenant}/oauth2/v2.0/devicecode (RFC 8628, section 3.1): a code to poll with and one to type
 * elsewhere. As in Entra, `verification_uri_complete` is not there.
 *
 * @throws EntraError about the client, the tenant or the scopes
 */
export function deviceCode(cloud: Cloud, c: HttpContext): object {
  const form = new Parameters(c.var.form);
  const audience = findAudience(cloud, c.req.param('tenant') ?? '');
  const clientId = form.get('client_id');
  if (clientId === undefined) {
    throw missingParameter('client_id');
  }
  const client = findClient(cloud, clientId, audience);
  const device = cloud.deviceCodes.issue({
    audience,
    client,
    scopes: requestedScopes(cloud, form.get('scope'), client, audience),
    claims: readClaims(form.get('claims')),
  });
  const address = `${cloud.origin}${DEVICE_PAGE}`;
  c.set('decision', `device code issued to ${client.name}`);
  return {
    user_code: device.userCode,
    device_code: device.code,
    verification_uri: address,
    expires_in: DEVICE_CODE_SECONDS,
    interval: POLL_SECONDS,
    message: `To sign in, use a web browser to open the page ${address} and enter the code ${device.userCode} to authenticate.`,
  };
}
