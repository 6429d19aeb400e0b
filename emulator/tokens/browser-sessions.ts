import type { Person } from '../directory/person.ts';
import { guid, opaque } from './random.ts';
import type { Random } from './random.ts';

/** One account signed in to one browser. */
export interface SignedInAccount {
  readonly person: Person;
  /** `sid`: stays the same while the account stays signed in. */
  readonly sessionId: string;
  /** The apps that got a code for it. */
  readonly clientIds: Set<string>;
  /** Seconds. */
  authTime: number;
  authMethods: string[];
  signInState: string[];
  /** The number of the step-up approved on a page, 0 for none. */
  approval: number;
}

export interface BrowserSession {
  readonly id: string;
  /** In the forms that act on the session itself. */
  readonly csrf: string;
  readonly accounts: Map<string, SignedInAccount>;
  /** Milliseconds. */
  lastUsed: number;
}

const MAX_SESSIONS = 5_000;

/** The browsers that hold a session cookie of this cloud, and who is signed in there. */
export class BrowserSessions {
  private readonly sessions = new Map<string, BrowserSession>();
  private readonly clock: () => number;
  private readonly random: Random;

  constructor(clock: () => number, random: Random) {
    this.clock = clock;
    this.random = random;
  }

  find(id: string | undefined): BrowserSession | undefined {
    const session = id === undefined ? undefined : this.sessions.get(id);
    if (session) {
      session.lastUsed = this.clock();
      // Most recently used last, so that the first is the one to drop.
      this.sessions.delete(session.id);
      this.sessions.set(session.id, session);
    }
    return session;
  }

  open(): BrowserSession {
    const [oldest] = this.sessions.keys();
    if (oldest !== undefined && this.sessions.size >= MAX_SESSIONS) {
      this.sessions.delete(oldest);
    }
    const session: BrowserSession = {
      id: opaque(this.random),
      csrf: opaque(this.random),
      accounts: new Map(),
      lastUsed: this.clock(),
    };
    this.sessions.set(session.id, session);
    return session;
  }

  signIn(session: BrowserSession, person: Person): SignedInAccount {
    const authTime = Math.floor(this.clock() / 1000);
    const account = session.accounts.get(person.id) ?? {
      person,
      sessionId: guid(this.random),
      clientIds: new Set<string>(),
      authTime,
      authMethods: ['pwd'],
      signInState: [],
      approval: 0,
    };
    account.authTime = authTime;
    account.authMethods = ['pwd'];
    session.accounts.set(person.id, account);
    return account;
  }

  signOut(session: BrowserSession, personId?: string): void {
    if (personId === undefined) {
      session.accounts.clear();
    } else {
      session.accounts.delete(personId);
    }
  }

  /** In every browser; everybody when nobody is named. */
  signOutEverywhere(personId: string | undefined): void {
    for (const session of this.sessions.values()) {
      this.signOut(session, personId);
    }
  }

  all(): readonly BrowserSession[] {
    return [...this.sessions.values()];
  }

  clear(): void {
    this.sessions.clear();
  }
}
