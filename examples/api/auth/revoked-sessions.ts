/** Entra ID dates `iat` five minutes back, for clocks that are behind. */
const BACKDATED = 300;

/**
 * Whose sessions were revoked, and when. In memory, like the tasks: an API with several machines keeps this
 * where all of them see it.
 */
export class RevokedSessions {
  private readonly moments = new Map<string, number>();

  /**
   * Revokes every session that a caller has up to now.
   *
   * @param now milliseconds since 1970
   */
  revoke(callerId: string, now: number): void {
    // Up to the end of this second: `iat` has whole seconds.
    this.moments.set(callerId, Math.ceil(now / 1000) - BACKDATED);
  }

  /** Returns the least `iat` a token of this caller has to have, in seconds; 0 for any. */
  notBefore(callerId: string): number {
    return this.moments.get(callerId) ?? 0;
  }
}
