import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import type { Cloud } from '../cloud.ts';
import type { Person } from '../directory/person.ts';
import { GRAPH_APP_ID, GRAPH_RESOURCE } from '../directory/permission.ts';
import { parseSerial } from '../tokens/token-id.ts';
import { claimsChallenge, invalidToken, requestDenied } from './graph-error.ts';
import type { GraphError } from './graph-error.ts';

/** A Graph request's caller: whose token, and what it may be used for. */
export interface Caller {
  readonly person: Person;
  readonly scopes: ReadonlySet<string>;
  readonly claims: JWTPayload;
}

/** Signature, lifetime, audience and issuer, or 401 with Graph's challenge. */
export async function authenticate(
  cloud: Cloud,
  authorization: string | undefined,
): Promise<Caller> {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) {
    throw refuse(cloud, 'Access token is empty.');
  }
  const claims = await verify(cloud, token);
  const person = cloud.directory.person(typeof claims['oid'] === 'string' ? claims['oid'] : '');
  const tenant = claims['tid'];
  if (!person || person.tenantId !== tenant || claims.iss !== `${cloud.origin}/${tenant}/`) {
    throw refuse(cloud, 'Access token validation failure. Invalid issuer.');
  }
  checkStanding(cloud, person, claims);
  const scp = claims['scp'];
  return { person, claims, scopes: new Set(typeof scp === 'string' ? scp.split(' ') : []) };
}

/** Any one of the permissions will do, as the tables of Graph's reference say. */
export function requireScope(
  caller: Caller,
  anyOf: readonly string[],
  denied = requestDenied,
): void {
  if (!anyOf.some((scope) => caller.scopes.has(scope))) {
    throw denied();
  }
}

/** Continuous access evaluation: revoked sessions end tokens that say their client can handle it. */
function checkStanding(cloud: Cloud, person: Person, claims: JWTPayload): void {
  const serial = parseSerial(claims['uti']);
  const revokedAt = cloud.revocations.sessionsRevokedAt(person.id, serial);
  if (revokedAt !== undefined && claims['xms_cc'] !== undefined) {
    throw claimsChallenge(cloud.origin, Math.floor(revokedAt / 1000));
  }
  if (cloud.revocations.isAccessExpired(person.id, serial)) {
    throw refuse(cloud, EXPIRED);
  }
}

const EXPIRED = 'Lifetime validation failed, the token is expired.';

async function verify(cloud: Cloud, token: string): Promise<JWTPayload> {
  try {
    const key = await cloud.keys.verificationKey(decodeProtectedHeader(token).kid);
    if (!key) {
      throw refuse(cloud, 'Signing key is invalid.');
    }
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['RS256'],
      audience: [GRAPH_RESOURCE, GRAPH_APP_ID],
      currentDate: new Date(cloud.clock()),
      requiredClaims: ['exp', 'nbf', 'oid', 'tid'],
    });
    return payload;
  } catch (error) {
    throw error instanceof errors.JOSEError || error instanceof TypeError
      ? refuse(cloud, reason(error))
      : error;
  }
}

function reason(error: Error): string {
  if (error instanceof errors.JWTExpired) {
    return EXPIRED;
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return error.claim === 'aud'
      ? 'Access token validation failure. Invalid audience.'
      : 'Lifetime validation failed, the token is not yet valid.';
  }
  return error instanceof errors.JWSSignatureVerificationFailed
    ? 'Access token validation failure. Invalid signature.'
    : 'CompactToken parsing failed with error code: 80049217';
}

function refuse(cloud: Cloud, message: string): GraphError {
  return invalidToken(
    message,
    `Bearer realm="", authorization_uri="${cloud.origin}/common/oauth2/authorize", client_id="${GRAPH_APP_ID}"`,
  );
}
