import type { Cloud } from '../../cloud.ts';
import type { Authorization } from '../../tokens/authorization.ts';
import { checkSecret } from './client-credentials.ts';
import { missingParameter } from '../errors/entra-error.ts';
import { secretRequired } from '../errors/request-errors.ts';
import { checkRevocation } from './revoked-grant.ts';
import { checkOrigin } from './token-request.ts';
import type { TokenAnswer, TokenRequest } from './token-request.ts';
import { tokenResponse } from './token-response.ts';
import {
  authorizationDeclined,
  authorizationPending,
  badVerificationCode,
  deviceCodeExpired,
} from '../errors/device-errors.ts';

export const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

/**
 * grant_type=urn:ietf:params:oauth:grant-type:device_code: pending until somebody has signed in elsewhere.
 * Differs from Entra: polling too often is not refused.
 */
export async function redeemDeviceCode(cloud: Cloud, request: TokenRequest): Promise<TokenAnswer> {
  checkOrigin(request, false);
  const [code, authorization] = judge(cloud, request);
  checkRevocation(cloud, { ...authorization, personId: authorization.person.id });
  const { scopes, person } = authorization;
  const body = await tokenResponse(cloud, {
    ...authorization,
    fault: request.fault,
    version: request.version,
    withRefreshToken: scopes.some(({ name }) => name === 'offline_access'),
    withClientInfo: request.form.get('client_info') === '1',
  });
  cloud.deviceCodes.end(code);
  return { body, decision: `tokens issued to ${person.userPrincipalName} for a device` };
}

function judge(cloud: Cloud, request: TokenRequest): [code: string, Authorization] {
  const code = request.form.get('device_code');
  if (code === undefined) {
    throw missingParameter('device_code');
  }
  const device = cloud.deviceCodes.find(code);
  if (device?.request.client.clientId !== request.client.clientId) {
    throw badVerificationCode();
  }
  checkSecret(request, 'publicClient');
  if (request.client.redirectUris.publicClient.length === 0) {
    throw secretRequired();
  }
  if (device.state === 'declined') {
    throw authorizationDeclined();
  }
  if (cloud.clock() >= device.expiresAt) {
    throw deviceCodeExpired();
  }
  if (device.state === 'pending') {
    throw authorizationPending();
  }
  return [code, device.state];
}
