import type { Cloud } from '../../cloud.ts';
import type { Person } from '../../directory/person.ts';
import { parseScopes } from '../../directory/scope.ts';
import type { Scope } from '../../directory/scope.ts';
import type { RefreshGrant } from '../../tokens/refresh-tokens.ts';
import { readClaims } from '../request/claims-parameter.ts';
import { checkSecret } from './client-credentials.ts';
import { checkTenant } from '../request/client.ts';
import { malformedRequest, missingParameter } from '../errors/entra-error.ts';
import { codeExpired, spaTokenExpired } from '../errors/request-errors.ts';
import { requestedScopes } from '../request/requested-scopes.ts';
import { checkRevocation } from './revoked-grant.ts';
import { checkOrigin } from './token-request.ts';
import type { TokenAnswer, TokenRequest } from './token-request.ts';
import { checkStepUp } from '../request/step-up.ts';
import { tokenResponse } from './token-response.ts';

/**
 * grant_type=refresh_token. Valid for every consented scope and resource, not revoked on use, not
 * ended by sign-out (Microsoft, "Refresh tokens in the Microsoft identity platform").
 */
export async function redeemRefreshToken(
  cloud: Cloud,
  request: TokenRequest,
): Promise<TokenAnswer> {
  const grant = await open(cloud, request);
  const person = findPerson(cloud, grant);
  checkOrigin(request, grant.platform === 'spa');
  checkSecret(request, grant.platform);
  checkRevocation(cloud, grant);
  checkExpiry(cloud, grant);
  checkTenant(person, request.audience, request.client);
  const claims = readClaims(request.form.get('claims'));
  checkStepUp(cloud, person, grant.approval, claims.authContext);
  const body = await tokenResponse(cloud, {
    client: request.client,
    person,
    sessionId: grant.sessionId,
    authTime: grant.authTime,
    authMethods: grant.authMethods,
    signInState: grant.signInState,
    authContext: claims.authContext,
    clientCapabilities: [...grant.clientCapabilities, ...claims.clientCapabilities],
    idTokenClaims: claims.idTokenClaims,
    scopes: getScopes(cloud, request, person),
    withRefreshToken: true,
    withClientInfo: request.form.get('client_info') === '1',
    withAuthTime: false,
    platform: grant.platform,
    refreshGrant: grant,
    approval: grant.approval,
    fault: request.fault,
    version: request.version,
  });
  return { body, decision: `tokens renewed for ${person.userPrincipalName}` };
}

async function open(cloud: Cloud, { form, client }: TokenRequest): Promise<RefreshGrant> {
  const refreshToken = form.get('refresh_token');
  if (refreshToken === undefined) {
    throw missingParameter('refresh_token');
  }
  const grant = await cloud.refreshTokens.open(refreshToken);
  if (grant?.clientId !== client.clientId) {
    throw malformedRequest('invalid_grant');
  }
  return grant;
}

function findPerson(cloud: Cloud, grant: RefreshGrant): Person {
  const person = cloud.directory.person(grant.personId);
  if (!person) {
    throw malformedRequest('invalid_grant');
  }
  return person;
}

function checkExpiry(cloud: Cloud, grant: RefreshGrant): void {
  const isExpired = cloud.revocations.isRefreshExpired(grant.personId, grant.serial);
  if (isExpired || cloud.clock() >= grant.expiresAt) {
    throw grant.platform === 'spa'
      ? spaTokenExpired(new Date(grant.issuedAt).toISOString())
      : codeExpired();
  }
}

function getScopes(cloud: Cloud, request: TokenRequest, person: Person): readonly Scope[] {
  const asked = request.form.get('scope');
  return asked === undefined
    ? parseScopes(
        [...cloud.consents.granted(request.client, person)].join(' '),
        cloud.directory.resources,
      ).filter(({ resource }) => resource === null || resource.tokenVersion === 1)
    : requestedScopes(cloud, asked, request.client, request.audience);
}
