import type { Cloud } from '../cloud.ts';
import type { SignedInAccount } from '../tokens/browser-sessions.ts';
import type { AuthorizeRequest, ReplyAddress } from './authorize-request.ts';
import type { EntraError } from './entra-error.ts';
import { clientInfo } from './client-info.ts';
import { description, errorUri } from './trace.ts';
import type { Trace } from './trace.ts';

/** The answer to the app: a code, or an error, in the fragment or the query of its redirect URI. */

export function codeResponse(
  cloud: Cloud,
  request: AuthorizeRequest,
  account: SignedInAccount,
): URL {
  const code = cloud.codes.issue({
    client: request.client,
    person: account.person,
    scopes: request.scopes,
    redirectUri: request.redirectUri,
    platform: request.platform,
    ...(request.codeChallenge !== undefined && { codeChallenge: request.codeChallenge }),
    ...(request.nonce !== undefined && { nonce: request.nonce }),
    sessionId: account.sessionId,
    authTime: account.authTime,
    authMethods: account.authMethods,
    withClientInfo: request.withClientInfo,
    clientCapabilities: request.claims.clientCapabilities,
    authContext: request.claims.authContext,
    withAuthTime: request.maxAge !== undefined,
  });
  return reply(request, {
    code,
    ...(request.withClientInfo && { client_info: clientInfo(account.person) }),
    ...(request.state !== undefined && { state: request.state }),
    session_state: account.sessionId,
  });
}

export function errorResponse(
  cloud: Cloud,
  address: ReplyAddress,
  error: EntraError,
  trace: Trace,
): URL {
  return reply(address, {
    error: error.error,
    ...(error.suberror !== undefined && { error_subcode: error.suberror }),
    error_description: description(error, trace),
    error_uri: errorUri(cloud.origin, error),
    ...(address.state !== undefined && { state: address.state }),
  });
}

function reply(address: ReplyAddress, parameters: Record<string, string>): URL {
  const url = new URL(address.redirectUri);
  const encoded = new URLSearchParams(parameters);
  if (address.responseMode === 'fragment') {
    // `+` means a space in a query only: a fragment is read with decodeURIComponent.
    url.hash = encoded.toString().replaceAll('+', '%20');
  } else {
    encoded.forEach((value, name) => {
      url.searchParams.append(name, value);
    });
  }
  return url;
}
