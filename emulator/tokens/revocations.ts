/**
 * Which grants no longer count. Grants are numbered rather than dated, so that what is issued in the
 * very millisecond after a revocation is safe from it.
 */
export class Revocations {
  private readonly revokedSessions = new Marks();
  private readonly expiredRefresh = new Marks();
  private readonly expiredAccess = new Marks();
  private readonly stepUps = new Marks();
  private readonly clock: () => number;
  private serial = 1;

  constructor(clock: () => number) {
    this.clock = clock;
  }

  /** The number of a new grant, token or approval. */
  next(): number {
    this.serial += 1;
    return this.serial;
  }

  /** @param personId everybody when undefined, here and below */
  revokeSessions(personId: string | undefined): void {
    this.revokedSessions.set(personId, this.mark());
  }

  expireRefreshTokens(personId: string | undefined): void {
    this.expiredRefresh.set(personId, this.mark());
  }

  expireAccessTokens(personId: string | undefined): void {
    this.expiredAccess.set(personId, this.mark());
  }

  requireStepUp(personId: string | undefined): void {
    this.stepUps.set(personId, this.mark());
  }

  /** When, in milliseconds, or undefined while the grant stands. */
  sessionsRevokedAt(personId: string, serial: number): number | undefined {
    return this.revokedSessions.covering(personId, serial)?.at;
  }

  isRefreshExpired(personId: string, serial: number): boolean {
    return this.expiredRefresh.covering(personId, serial) !== undefined;
  }

  isAccessExpired(personId: string, serial: number): boolean {
    return this.expiredAccess.covering(personId, serial) !== undefined;
  }

  /** @param approval the number of the last approved step-up, 0 for none */
  needsStepUp(personId: string, approval: number): boolean {
    return this.stepUps.covering(personId, approval) !== undefined;
  }

  clear(): void {
    for (const marks of [
      ...[this.revokedSessions, this.expiredRefresh, this.expiredAccess, this.stepUps],
    ]) {
      marks.clear();
    }
  }

  private mark(): Mark {
    return { serial: this.serial, at: this.clock() };
  }
}

interface Mark {
  readonly serial: number;
  readonly at: number;
}

/** One mark per person, and one for everybody. */
class Marks {
  private readonly marks = new Map<string | undefined, Mark>();

  set(personId: string | undefined, mark: Mark): void {
    this.marks.set(personId, mark);
  }

  covering(personId: string, serial: number): Mark | undefined {
    return [this.marks.get(personId), this.marks.get(undefined)].find(
      (mark) => mark !== undefined && mark.serial >= serial,
    );
  }

  clear(): void {
    this.marks.clear();
  }
}
