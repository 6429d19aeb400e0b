import { errors, jwtVerify } from 'jose';
import * as v from 'valibot';
import type { ApiSettings } from '../settings.ts';
import { Problem } from '../problem.ts';
import { invalidToken } from './challenge.ts';
import type { FindKey, SigningKey } from './signing-keys.ts';

/** Who calls, and what they may do: all of it out of a token that was checked. */
export interface Caller {
  /** Unique and unchangeable, in every tenant: `<tid>/<oid>`. A user name is neither. */
  readonly id: string;
  readonly tenantId: string;
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  /** Seconds since 1970. */
  readonly issuedAt: number;
  /** Whether the app says that it handles claims challenges (`xms_cc`). */
  readonly handlesClaimsChallenges: boolean;
}

/** @see https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
const Claims = v.object({
  iss: v.string(),
  tid: v.pipe(v.string(), v.uuid()),
  oid: v.pipe(v.string(), v.uuid()),
  azp: v.string(),
  // A token that an app has for itself has none, and neither has an ID token.
  scp: v.pipe(v.string(), v.nonEmpty()),
  ver: v.literal('2.0'),
  iat: v.number(),
  // Required, though jose only checks them where they are.
  exp: v.number(),
  nbf: v.number(),
  roles: v.optional(v.array(v.string()), []),
  xms_cc: v.optional(v.array(v.string()), []),
});

/** Seconds that the clocks of the identity provider and this machine may differ by. */
const CLOCK_TOLERANCE = 60;

/**
 * Checks an access token of Microsoft Entra ID, version 2: signature, lifetime, audience, then whose it is
 * and for which app it was issued.
 * @see https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-tokens
 *
 * @param now for which the lifetime is checked
 * @returns who calls
 * @throws Problem: 401 for a token that does not pass, 503 when the keys cannot be fetched
 */
export async function verifyAccessToken(
  token: string,
  settings: ApiSettings,
  findKey: FindKey,
  now = new Date(),
): Promise<Caller> {
  let signingKey: SigningKey | undefined;
  const verified = await jwtVerify(
    token,
    async (header, input) => {
      signingKey = await findKey(header, input);
      return signingKey.key;
    },
    {
      // Never by the token's own word: `none`, or HS256 with the public key as its secret.
      algorithms: ['RS256'],
      typ: 'JWT',
      audience: settings.audience,
      clockTolerance: CLOCK_TOLERANCE,
      currentDate: now,
    },
  ).catch(refuse);
  const result = v.safeParse(Claims, verified.payload);
  if (!result.success) {
    throw invalidToken(`The claim ${v.getDotPath(result.issues[0]) ?? ''} is missing or wrong.`);
  }
  const claims = result.output;
  checkIssuer(claims, settings, signingKey);
  if (!settings.apps.includes(claims.azp)) {
    throw invalidToken('The token was issued to an app that may not call this API.');
  }
  return {
    id: `${claims.tid}/${claims.oid}`,
    tenantId: claims.tid,
    scopes: claims.scp.split(' '),
    roles: claims.roles,
    issuedAt: claims.iat,
    handlesClaimsChallenges: claims.xms_cc.some((capability) => capability.toLowerCase() === 'cp1'),
  };
}

/**
 * The keys are the same for every tenant, and Entra ID signs for all the world: tenant, issuer and the issuer
 * of the key have to agree with each other and with the list.
 * @see https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-issuer
 */
function checkIssuer(
  { iss, tid }: { iss: string; tid: string },
  { login, tenants }: ApiSettings,
  key: SigningKey | undefined,
): void {
  if (!tenants.includes(tid)) throw invalidToken('The tenant may not call this API.');
  if (iss !== `${login}/${tid}/v2.0`) throw invalidToken('The issuer is not that of the tenant.');
  if (key?.issuer?.replace('{tenantid}', tid) !== iss) {
    throw invalidToken('The key is not one that this issuer signs with.');
  }
}

function refuse(error: unknown): never {
  if (error instanceof Problem) throw error;
  if (error instanceof errors.JWTExpired) throw invalidToken('The token has expired.');
  if (error instanceof errors.JWTClaimValidationFailed) {
    throw invalidToken(`The claim or header ${error.claim} is missing or wrong.`);
  }
  throw invalidToken('The token is no JWT, or its signature is not of a known key.');
}
