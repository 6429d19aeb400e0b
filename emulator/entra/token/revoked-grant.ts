import type { Cloud } from '../../cloud.ts';
import { grantRevoked } from '../errors/request-errors.ts';

/** A code or a refresh token, as far as its revocation goes. */
interface RevocableGrant {
  readonly personId: string;
  /** Its number among all grants. */
  readonly serial: number;
  /** Milliseconds. */
  readonly issuedAt: number;
}

/** Whatever was issued before the person's sessions were revoked is worthless (AADSTS50173). */
export function checkRevocation(cloud: Cloud, grant: RevocableGrant): void {
  const revokedAt = cloud.revocations.sessionsRevokedAt(grant.personId, grant.serial);
  if (revokedAt !== undefined) {
    const issuedAt = new Date(grant.issuedAt).toISOString();
    throw grantRevoked(issuedAt, new Date(revokedAt).toISOString());
  }
}
