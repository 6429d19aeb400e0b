import type { Cloud } from '../../cloud.ts';
import type { SignedInAccount } from '../../tokens/browser-sessions.ts';
import type { Authorization } from '../../tokens/authorization.ts';
import type { AuthorizeRequest, RedirectTarget } from '../../tokens/authorize-request.ts';
import type { EntraError } from '../errors/entra-error.ts';
import { clientInfo } from './client-info.ts';
import { description, errorUri } from '../errors/error-body.ts';
import type { Trace } from '../../http/trace.ts';

/** The answer to the app: a code, or an error, the way its request wanted it. */
export interface AuthorizationResponse {
  readonly redirectUri: string;
  readonly mode: RedirectTarget['responseMode'];
  readonly parameters: URLSearchParams;
}

export function codeResponse(
  cloud: Cloud,
  request: AuthorizeRequest,
  account: SignedInAccount,
): AuthorizationResponse {
  if (request.purpose === 'admin-consent') {
    const tenant = account.person.tenantId;
    return response(request, { admin_consent: 'True', tenant, ...stateOf(request) });
  }
  account.clientIds.add(request.client.clientId);
  const authorization = toAuthorization(cloud, request, account);
  const device = cloud.deviceCodes.find(request.deviceCode ?? '');
  if (device) {
    device.state = authorization;
    return response(request, { signed_in: request.client.clientId });
  }
  const parameters = {
    code: cloud.codes.issue(authorization),
    ...(request.withClientInfo && { client_info: clientInfo(account.person) }),
    ...stateOf(request),
    session_state: account.sessionId,
  };
  return response(request, parameters);
}

function toAuthorization(
  cloud: Cloud,
  request: AuthorizeRequest,
  account: SignedInAccount,
): Authorization {
  return {
    client: request.client,
    person: account.person,
    scopes: request.scopes,
    redirectUri: request.redirectUri,
    platform: request.platform,
    ...(request.codeChallenge !== undefined && { codeChallenge: request.codeChallenge }),
    ...(request.nonce !== undefined && { nonce: request.nonce }),
    serial: cloud.revocations.next(),
    issuedAt: cloud.clock(),
    sessionId: account.sessionId,
    authTime: account.authTime,
    authMethods: account.authMethods,
    signInState: account.signInState,
    approval: account.approval,
    withClientInfo: request.withClientInfo,
    clientCapabilities: request.claims.clientCapabilities,
    authContext: request.claims.authContext,
    idTokenClaims: request.claims.idTokenClaims,
    withAuthTime: request.maxAge !== undefined,
  };
}

export function errorResponse(
  cloud: Cloud,
  target: RedirectTarget,
  error: EntraError,
  trace: Trace,
): AuthorizationResponse {
  const device = cloud.deviceCodes.find(target.deviceCode ?? '');
  if (device) {
    device.state = 'declined';
    return response(target, { declined: target.client.clientId });
  }
  const parameters = {
    error: error.error,
    ...(error.suberror !== undefined && { error_subcode: error.suberror }),
    error_description: description(error, trace),
    error_uri: errorUri(cloud.origin, error),
    ...stateOf(target),
  };
  return response(target, parameters);
}

function stateOf({ state }: RedirectTarget): { state?: string } {
  return state === undefined ? {} : { state };
}

function response(
  { redirectUri, responseMode }: RedirectTarget,
  parameters: Record<string, string>,
): AuthorizationResponse {
  return { redirectUri, mode: responseMode, parameters: new URLSearchParams(parameters) };
}
