import { CompactEncrypt, compactDecrypt } from 'jose';
import type { Platform } from '../directory/registration.ts';
import { opaque } from './random.ts';
import type { Random } from './random.ts';

/**
 * Refresh tokens are sealed rather than stored: rotation does not revoke the old one (as in Entra),
 * so a table of them would only grow.
 */
export interface RefreshGrant {
  readonly clientId: string;
  readonly personId: string;
  readonly sessionId: string;
  readonly authTime: number;
  /** Its number among all grants, and that of the step-up it rests on. */
  readonly serial: number;
  readonly approval: number;
  readonly platform: Platform;
  /** Milliseconds. Rotation carries both over: a SPA's 24 hours are absolute. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly clientCapabilities: readonly string[];
  readonly authMethods: readonly string[];
  readonly signInState: readonly string[];
}

const SPA_LIFETIME = 24 * 3_600_000;
const LIFETIME = 90 * SPA_LIFETIME;

export class RefreshTokens {
  private secret: Uint8Array;
  private readonly clock: () => number;
  private readonly random: Random;

  constructor(clock: () => number, random: Random) {
    this.clock = clock;
    this.random = random;
    this.secret = random(32);
  }

  newGrant(grant: Omit<RefreshGrant, 'issuedAt' | 'expiresAt'>): RefreshGrant {
    const issuedAt = this.clock();
    return {
      ...grant,
      issuedAt,
      expiresAt: issuedAt + (grant.platform === 'spa' ? SPA_LIFETIME : LIFETIME),
    };
  }

  async seal(grant: RefreshGrant): Promise<string> {
    const unique = { ...grant, jti: opaque(this.random, 8) };
    const sealed = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(unique)))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .encrypt(this.secret);
    return `1.${sealed}`;
  }

  /** Undefined for anything this cloud did not seal. Expiry is the caller's to judge. */
  async open(token: string): Promise<RefreshGrant | undefined> {
    try {
      const { plaintext } = await compactDecrypt(token.replace(/^1\./, ''), this.secret);
      // Only this class knows the secret, so what decrypts is a grant.
      return JSON.parse(new TextDecoder().decode(plaintext)) as RefreshGrant;
    } catch {
      return undefined;
    }
  }

  clear(): void {
    this.secret = this.random(32);
  }
}
