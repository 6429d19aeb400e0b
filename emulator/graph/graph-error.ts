import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { GRAPH_APP_ID } from '../directory/permission.ts';
import type { Fault } from '../faults/fault.ts';

/** A refusal as Microsoft Graph words it. */
export class GraphError extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: ContentfulStatusCode,
    code: string,
    message: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export const invalidToken = (message: string, challenge: string) =>
  new GraphError(401, 'InvalidAuthenticationToken', message, { 'WWW-Authenticate': challenge });

/** The directory's dialect of 403; mail and calendar have their own. */
export const requestDenied = () =>
  new GraphError(
    403,
    'Authorization_RequestDenied',
    'Insufficient privileges to complete the operation.',
  );

/** `$select` and `$expand` say so in front. */
export const unknownSelection = (name: string, type: string) =>
  new GraphError(
    400,
    'BadRequest',
    `Parsing OData Select and Expand failed: Could not find a property named '${name.slice(0, 80)}' on type 'microsoft.graph.${type}'.`,
  );

export const unknownProperty = (name: string, type: string) =>
  new GraphError(
    400,
    'BadRequest',
    `Could not find a property named '${name.slice(0, 80)}' on type 'microsoft.graph.${type}'.`,
  );

/** What Graph has and this cloud has not: a wrong 200 would be worse. */
export const notEmulated = (what: string) =>
  new GraphError(501, 'NotImplemented', `The local cloud does not emulate ${what}.`);

export const unknownSegment = (segment: string) =>
  new GraphError(400, 'BadRequest', `Resource not found for the segment '${segment}'.`);

/** 401 with a claims challenge, byte for byte as recorded (padded standard base64). */
export function claimsChallenge(origin: string, notBefore: number): GraphError {
  const claims = { access_token: { nbf: { essential: true, value: String(notBefore) } } };
  const encoded = Buffer.from(JSON.stringify(claims)).toString('base64');
  return invalidToken(
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
    `Bearer realm="", authorization_uri="${origin}/common/oauth2/authorize", client_id="${GRAPH_APP_ID}", error="insufficient_claims", claims="${encoded}"`,
  );
}

export function faultyGraphError(fault: Extract<Fault, { kind: 'graph-error' }>): GraphError {
  return new GraphError(
    fault.status,
    fault.code,
    fault.message ?? 'Injected by a fault rule of the local cloud.',
    fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) },
  );
}
