import type { Authorization } from './authorization.ts';
import { opaque } from './random.ts';
import type { Random } from './random.ts';

const LIFETIME = 60_000;
/** How long a used or expired code is remembered, to tell replay and delay from invention. */
const MEMORY = 600_000;
const MAX_REMEMBERED = 10_000;

export type Redemption =
  | { readonly kind: 'valid'; readonly authorization: Authorization }
  | { readonly kind: 'unknown' | 'redeemed' }
  | { readonly kind: 'expired' };

interface Entry {
  readonly authorization: Authorization;
  redeemed: boolean;
}

/** Authorization codes: single use, 60 seconds. */
export class AuthorizationCodes {
  private readonly entries = new Map<string, Entry>();
  private readonly clock: () => number;
  private readonly random: Random;

  constructor(clock: () => number, random: Random) {
    this.clock = clock;
    this.random = random;
  }

  issue(authorization: Authorization): string {
    this.forget();
    const code = `1.${opaque(this.random, 48)}`;
    this.entries.set(code, { authorization, redeemed: false });
    return code;
  }

  /** Whose code it is, spent or not. */
  owner(code: string): string | undefined {
    return this.entries.get(code)?.authorization.person.id;
  }

  /** Whatever the checks that follow say, the code is spent. */
  consume(code: string): Redemption {
    const entry = this.entries.get(code);
    if (!entry) {
      return { kind: 'unknown' };
    }
    if (entry.redeemed) {
      return { kind: 'redeemed' };
    }
    entry.redeemed = true;
    return this.clock() - entry.authorization.issuedAt > LIFETIME
      ? { kind: 'expired' }
      : { kind: 'valid', authorization: entry.authorization };
  }

  clear(): void {
    this.entries.clear();
  }

  private forget(): void {
    const oldest = this.clock() - MEMORY;
    for (const [code, entry] of this.entries) {
      if (entry.authorization.issuedAt > oldest && this.entries.size < MAX_REMEMBERED) {
        return;
      }
      this.entries.delete(code);
    }
  }
}
