import type { Cloud } from '../cloud.ts';
import type { SignedInAccount } from '../tokens/browser-sessions.ts';
import type { AuthorizeRequest, ReplyAddress } from './authorize-request.ts';
import type { EntraError } from './entra-error.ts';
import { spoilReply } from '../faults/spoil.ts';
import type { HttpContext } from './http.ts';
import { clientInfo } from './client-info.ts';
import { description, errorUri } from './trace.ts';

/** The answer to the app: a code, or an error, in the fragment or the query of its redirect URI. */

export function codeResponse(
  cloud: Cloud,
  request: AuthorizeRequest,
  account: SignedInAccount,
  fault: HttpContext['var']['fault'],
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
    approval: account.approval,
    withClientInfo: request.withClientInfo,
    clientCapabilities: request.claims.clientCapabilities,
    authContext: request.claims.authContext,
    withAuthTime: request.maxAge !== undefined,
  });
  return reply(
    request,
    {
      code,
      ...(request.withClientInfo && { client_info: clientInfo(account.person) }),
      ...(request.state !== undefined && { state: request.state }),
      session_state: account.sessionId,
    },
    fault,
  );
}

export function errorResponse(
  cloud: Cloud,
  address: ReplyAddress,
  error: EntraError,
  { trace, fault }: Pick<HttpContext['var'], 'trace' | 'fault'>,
): URL {
  return reply(
    address,
    {
      error: error.error,
      ...(error.suberror !== undefined && { error_subcode: error.suberror }),
      error_description: description(error, trace),
      error_uri: errorUri(cloud.origin, error),
      ...(address.state !== undefined && { state: address.state }),
    },
    fault,
  );
}

function reply(
  address: ReplyAddress,
  parameters: Record<string, string>,
  fault: HttpContext['var']['fault'],
): URL {
  const url = new URL(address.redirectUri);
  const given = new URLSearchParams(parameters);
  const encoded = fault?.kind === 'reply' ? spoilReply(given, fault.wrong) : given;
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
