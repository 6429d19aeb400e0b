import { createRemoteJWKSet, errors } from 'jose';
import type { CryptoKey, JWK, JWSHeaderParameters, FlattenedJWSInput } from 'jose';
import { Problem } from '../problem.ts';

/** A key, and who may sign with it. */
export interface SigningKey {
  readonly key: CryptoKey;
  /** The issuers it is for, with `{tenantid}` for any organization; Microsoft's own property of a JWK. */
  readonly issuer: string | undefined;
}

export type FindKey = (
  header: JWSHeaderParameters,
  token: FlattenedJWSInput,
) => Promise<SigningKey>;

/**
 * The identity provider's keys: fetched once, kept for a day, and again when a token names one that is
 * not among them, since keys are rolled over without notice. At most every five minutes, so that made-up
 * key ids cost nobody a request.
 * @see https://learn.microsoft.com/entra/identity-platform/signing-key-rollover
 *
 * @param login origin of the identity provider
 * @param cooldown milliseconds
 */
export function remoteKeys(login: string, cooldown = 300_000): FindKey {
  const url = new URL(`${login}/common/discovery/v2.0/keys`);
  const keys = createRemoteJWKSet(url, { cacheMaxAge: 86_400_000, cooldownDuration: cooldown });
  return async (header, token) => {
    const key = await keys(header, token).catch((cause: unknown) => {
      // The token's fault: an unknown key, or an algorithm that no key is for.
      if (cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JOSENotSupported) {
        throw cause;
      }
      const detail = 'The keys of the identity provider could not be fetched.';
      throw new Problem(503, 'Service Unavailable', detail, { 'Retry-After': '5' });
    });
    const jwk = keys.jwks()?.keys.find(({ kid }) => kid === header.kid) as
      (JWK & { issuer?: string }) | undefined;
    return { key, issuer: jwk?.issuer };
  };
}
