import type { Cloud } from '../../cloud.ts';
import { findPlatform } from '../../directory/registration.ts';
import type { Platform } from '../../directory/registration.ts';
import { PROMPTS, RESPONSE_MODES } from '../../tokens/authorize-request.ts';
import type {
  AuthorizeRequest,
  Prompt,
  RedirectTarget,
  ResponseMode,
} from '../../tokens/authorize-request.ts';
import { findAudience, findClient, maySignUp } from './client.ts';
import {
  missingParameter,
  missingRedirectUri,
  redirectUriMismatch,
} from '../errors/entra-error.ts';
import { readClaims } from './claims-parameter.ts';
import type { Parameters } from './parameters.ts';
import {
  invalidChallengeSize,
  proofKeyRequired,
  unsupportedChallengeMethod,
  unsupportedPrompt,
  unsupportedResponseMode,
  unsupportedResponseType,
} from '../errors/request-errors.ts';
import { requestedScopes } from './requested-scopes.ts';

export function readRedirectTarget(
  cloud: Cloud,
  tenantSegment: string,
  parameters: Parameters,
): RedirectTarget {
  const audience = findAudience(cloud, tenantSegment);
  const clientId = parameters.get('client_id');
  if (clientId === undefined) {
    throw missingParameter('client_id');
  }
  const client = findClient(cloud, clientId, audience);
  const redirectUri = parameters.get('redirect_uri');
  if (redirectUri === undefined) {
    throw missingRedirectUri();
  }
  const platform = findPlatform(client, redirectUri);
  if (!platform) {
    throw redirectUriMismatch(redirectUri, client.clientId);
  }
  return {
    audience,
    client,
    redirectUri,
    platform,
    responseMode: responseMode(parameters) ?? 'query',
    state: parameters.get('state'),
  };
}

export function readAuthorizeRequest(
  cloud: Cloud,
  target: RedirectTarget,
  parameters: Parameters,
): AuthorizeRequest {
  checkResponse(target, parameters);
  const maxAge = parameters.get('max_age');
  return {
    ...target,
    purpose: 'code',
    scopes: requestedScopes(cloud, parameters.get('scope'), target.client, target.audience),
    prompt: readPrompt(target, parameters.get('prompt')),
    nonce: parameters.get('nonce'),
    codeChallenge: readChallenge(target.platform, parameters),
    loginHint: parameters.get('login_hint'),
    domainHint: parameters.get('domain_hint'),
    sid: parameters.get('sid'),
    maxAge: maxAge !== undefined && /^\d{1,9}$/.test(maxAge) ? Number(maxAge) : undefined,
    withClientInfo: parameters.get('client_info') === '1',
    claims: readClaims(parameters.get('claims')),
  };
}

function checkResponse(target: RedirectTarget, parameters: Parameters): void {
  const responseType = parameters.get('response_type');
  if (responseType === undefined) {
    throw missingParameter('response_type');
  }
  if (responseType !== 'code') {
    throw unsupportedResponseType(responseType, target.client.clientId);
  }
  const mode = parameters.get('response_mode');
  if (mode !== undefined && responseMode(parameters) === undefined) {
    throw unsupportedResponseMode(mode);
  }
}

function responseMode(parameters: Parameters): ResponseMode | undefined {
  return RESPONSE_MODES.find((mode) => mode === parameters.get('response_mode'));
}

function readPrompt(
  { audience, client }: RedirectTarget,
  prompt: string | undefined,
): Prompt | undefined {
  const known = PROMPTS.find((name) => name === prompt);
  // Differs from Entra: an organization's own sign-up (self-service user flows) is not there.
  const isImpossible = known === 'create' && !maySignUp(audience, client);
  if ((prompt !== undefined && !known) || isImpossible) {
    throw unsupportedPrompt();
  }
  return known;
}

function readChallenge(platform: Platform, parameters: Parameters): string | undefined {
  const challenge = parameters.get('code_challenge');
  const method = parameters.get('code_challenge_method');
  if (challenge === undefined) {
    if (platform === 'spa') {
      throw proofKeyRequired();
    }
    return undefined;
  }
  if (method !== 'S256') {
    // Differs from Entra: `plain` is refused for every platform, not for SPAs alone.
    throw platform === 'spa' ? proofKeyRequired() : unsupportedChallengeMethod();
  }
  if (!/^[\w-]{43}$/.test(challenge)) {
    throw invalidChallengeSize();
  }
  return challenge;
}
