import type { BrowserSessions } from '../tokens/browser-sessions.ts';
import type { Consents } from '../tokens/consents.ts';
import type { Revocations } from '../tokens/revocations.ts';
import type { SigningKeys } from '../tokens/signing-keys.ts';
import type { FaultRule } from './fault.ts';
import { FaultRules } from './fault-rules.ts';
import type { ActiveRule } from './fault-rules.ts';

interface FaultControls {
  readonly sessions: BrowserSessions;
  readonly consents: Consents;
  readonly keys: SigningKeys;
  readonly revocations: Revocations;
  readonly clock: AdjustableClock;
  /** A person's id by user name; undefined stands for everybody. */
  readonly find: (username: string | undefined) => string | undefined;
}

/** The switches with which tests make things go wrong. A person is named by user name; none is all. */
export class Faults {
  readonly rules = new FaultRules();
  private readonly controls: FaultControls;
  private readonly held = new Set<() => void>();

  constructor(controls: FaultControls) {
    this.controls = controls;
  }

  get active(): readonly ActiveRule[] {
    return this.rules.active;
  }

  /** @returns a function that takes the fault away again */
  add(rule: FaultRule): () => void {
    const id = this.rules.add(rule);
    return () => {
      this.rules.remove(id);
    };
  }

  /** Rules, step-up and clock back to normal; requests left hanging are broken off. */
  clear(): void {
    this.rules.clear();
    this.controls.revocations.clear();
    this.controls.clock.offset = 0;
    for (const breakOff of this.held) {
      breakOff();
    }
  }

  /** Refresh tokens issued so far answer 700084, as if 24 hours had passed. */
  expireRefreshTokens(username?: string): void {
    this.controls.revocations.expireRefreshTokens(this.controls.find(username));
  }

  /** Graph answers 401 "the token is expired" to the access tokens issued so far. */
  expireAccessTokens(username?: string): void {
    this.controls.revocations.expireAccessTokens(this.controls.find(username));
  }

  /** Codes and refresh tokens answer 50173, revocable access tokens a claims challenge; browsers are signed out. */
  revokeSessions(username?: string): void {
    const personId = this.controls.find(username);
    this.controls.revocations.revokeSessions(personId);
    this.controls.sessions.signOutEverywhere(personId);
  }

  /** Browsers forget who is signed in (login_required 50058); tokens stay valid. */
  endBrowserSessions(username?: string): void {
    this.controls.sessions.signOutEverywhere(this.controls.find(username));
  }

  /** Consent is asked for again, and refreshing answers 65001. */
  revokeConsent(username?: string): void {
    this.controls.consents.revoke(this.controls.find(username));
  }

  /** 50076 until the person approves the sign-in on a page. */
  requireStepUp(username?: string): void {
    this.controls.revocations.requireStepUp(this.controls.find(username));
  }

  /** The server's clock differs from the machine's by this much. */
  shiftClock(milliseconds: number): void {
    this.controls.clock.offset = milliseconds;
  }

  /** Milliseconds. */
  get clockOffset(): number {
    return this.controls.clock.offset;
  }

  /** New tokens are signed with the second published key. */
  rotateKeys(): void {
    this.controls.keys.rotate();
  }

  /** Remembers a request without an answer, to be broken off by `clear`. */
  hold(breakOff: () => void): () => void {
    this.held.add(breakOff);
    return () => {
      this.held.delete(breakOff);
    };
  }
}

export interface AdjustableClock {
  (): number;
  /** Milliseconds. */
  offset: number;
}

export function adjustable(clock: () => number): AdjustableClock {
  const adjusted: AdjustableClock = () => clock() + adjusted.offset;
  adjusted.offset = 0;
  return adjusted;
}
