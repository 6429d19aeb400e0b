import { createHash, timingSafeEqual } from 'node:crypto';

/** S256 proof key (RFC 7636, section 4.6). */
export function verifierMatches(verifier: string, challenge: string): boolean {
  const computed = Buffer.from(createHash('sha256').update(verifier).digest('base64url'));
  const expected = Buffer.from(challenge);
  return computed.length === expected.length && timingSafeEqual(computed, expected);
}
