import type { Cloud } from '../../cloud.ts';
import { readCredentials } from './client-credentials.ts';
import { DEVICE_GRANT, redeemDeviceCode } from './redeem-device-code.ts';
import { findAudience, findClient } from '../request/client.ts';
import { malformedRequest, missingParameter } from '../errors/entra-error.ts';
import { Parameters } from '../request/parameters.ts';
import type { HttpContext } from '../../http/context.ts';
import { redeemCode } from './redeem-code.ts';
import { redeemRefreshToken } from './redeem-refresh-token.ts';
import { unsupportedGrantType } from '../errors/request-errors.ts';
import { toV2Parameters } from '../v1/v1-parameters.ts';
import type { TokenAnswer, TokenRequest } from './token-request.ts';

/** POST /{tenant}/oauth2/v2.0/token, and version 1's without the number. */
export async function token(cloud: Cloud, c: HttpContext, version: 1 | 2 = 2): Promise<object> {
  const contentType = c.req.header('content-type') ?? '';
  if (!contentType.toLowerCase().startsWith('application/x-www-form-urlencoded')) {
    throw malformedRequest();
  }
  const sent = new Parameters(c.var.form);
  const isCode = sent.get('grant_type') === 'authorization_code';
  const form = version === 1 ? toV2Parameters(sent, !isCode) : sent;
  const audience = findAudience(cloud, c.req.param('tenant') ?? '');
  const { clientId, secret } = readCredentials(form, c.req.header('authorization'));
  if (clientId === undefined) {
    throw missingParameter('client_id');
  }
  const client = findClient(cloud, clientId, audience);
  const origin = c.req.header('origin');
  const asked = { audience, client, form, secret, origin, version, fault: c.var.fault };
  const grantType = form.get('grant_type');
  const answer = await redeem(cloud, asked, grantType);
  c.set('decision', answer.decision);
  return answer.body;
}

function redeem(
  cloud: Cloud,
  asked: TokenRequest,
  grantType: string | undefined,
): Promise<TokenAnswer> {
  switch (grantType) {
    case undefined:
      throw missingParameter('grant_type');
    case 'authorization_code':
      return redeemCode(cloud, asked);
    case DEVICE_GRANT:
      return redeemDeviceCode(cloud, asked);
    case 'refresh_token':
      return redeemRefreshToken(cloud, asked);
    default:
      throw unsupportedGrantType(grantType);
  }
}
