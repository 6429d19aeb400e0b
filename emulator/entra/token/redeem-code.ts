import type { Cloud } from '../../cloud.ts';
import type { Authorization } from '../../tokens/authorization.ts';
import { verifierMatches } from '../../tokens/pkce.ts';
import { readClaims } from '../request/claims-parameter.ts';
import { checkSecret } from './client-credentials.ts';
import { checkTenant } from '../request/client.ts';
import { malformedRequest, missingParameter } from '../errors/entra-error.ts';
import {
  codeExpired,
  codeRedeemed,
  invalidCode,
  replyAddressMismatch,
  verifierMismatch,
} from '../errors/request-errors.ts';
import { requestedScopes } from '../request/requested-scopes.ts';
import { checkRevocation } from './revoked-grant.ts';
import { checkOrigin } from './token-request.ts';
import type { TokenAnswer, TokenRequest } from './token-request.ts';
import { checkStepUp } from '../request/step-up.ts';
import { tokenResponse } from './token-response.ts';

/** grant_type=authorization_code: the code is spent first, then judged. */
export async function redeemCode(cloud: Cloud, request: TokenRequest): Promise<TokenAnswer> {
  const authorization = consume(cloud, request);
  checkClient(authorization, request);
  checkTenant(authorization.person, request.audience, request.client);
  checkRedirectUri(authorization, request);
  checkOrigin(request, authorization.platform === 'spa');
  checkSecret(request, authorization.platform);
  checkProofKey(authorization, request);
  checkRevocation(cloud, { ...authorization, personId: authorization.person.id });
  checkStepUp(cloud, authorization.person, authorization.approval, authorization.authContext);
  const claims = readClaims(request.form.get('claims'));
  const scope = request.form.get('scope');
  const { person, client, scopes } = authorization;
  const body = await tokenResponse(cloud, {
    ...authorization,
    fault: request.fault,
    version: request.version,
    scopes: scope === undefined ? scopes : requestedScopes(cloud, scope, client, request.audience),
    clientCapabilities: [...authorization.clientCapabilities, ...claims.clientCapabilities],
    idTokenClaims: [...authorization.idTokenClaims, ...claims.idTokenClaims],
    withRefreshToken: scopes.some(({ name }) => name === 'offline_access'),
    withClientInfo: request.form.get('client_info') === '1' || authorization.withClientInfo,
  });
  return { body, decision: `tokens issued to ${person.userPrincipalName} for a code` };
}

function consume(cloud: Cloud, { form }: TokenRequest): Authorization {
  const code = form.get('code');
  if (code === undefined) {
    throw missingParameter('code');
  }
  if (!/^1\.[\w-]+$/.test(code)) {
    throw malformedRequest('invalid_grant');
  }
  const redemption = cloud.codes.consume(code);
  switch (redemption.kind) {
    case 'valid':
      return redemption.authorization;
    case 'redeemed':
      throw codeRedeemed();
    case 'expired':
      throw codeExpired();
    case 'unknown':
      throw invalidCode();
  }
}

function checkClient(authorization: Authorization, { client }: TokenRequest): void {
  if (authorization.client.clientId !== client.clientId) {
    throw invalidCode();
  }
}

function checkRedirectUri(authorization: Authorization, { form }: TokenRequest): void {
  const redirectUri = form.get('redirect_uri');
  if (redirectUri === undefined) {
    throw missingParameter('redirect_uri');
  }
  if (redirectUri !== authorization.redirectUri) {
    throw replyAddressMismatch(redirectUri, authorization.redirectUri);
  }
}

function checkProofKey({ codeChallenge }: Authorization, { form }: TokenRequest): void {
  const verifier = form.get('code_verifier');
  if (codeChallenge === undefined) {
    return;
  }
  if (verifier === undefined) {
    throw missingParameter('code_verifier');
  }
  if (!verifierMatches(verifier, codeChallenge)) {
    throw verifierMismatch();
  }
}
