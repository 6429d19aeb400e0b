import { randomBytes } from 'node:crypto';
import { seededDirectory } from './directory/directory.ts';
import type { Directory } from './directory/directory.ts';
import { Mailboxes } from './directory/mailboxes.ts';
import { readSeed } from './directory/seed.ts';
import type { Seed } from './directory/seed.ts';
import { Interactions } from './tokens/interactions.ts';
import { Faults, adjustable } from './faults/faults.ts';
import { ExchangeLog } from './log.ts';
import { AuthorizationCodes } from './tokens/authorization-codes.ts';
import { BrowserSessions } from './tokens/browser-sessions.ts';
import { Consents } from './tokens/consents.ts';
import { DeviceCodes } from './tokens/device-codes.ts';
import type { Random } from './tokens/random.ts';
import { RefreshTokens } from './tokens/refresh-tokens.ts';
import { Revocations } from './tokens/revocations.ts';
import { SigningKeys } from './tokens/signing-keys.ts';

/** Everything a running cloud knows; the endpoints get it handed in and keep nothing themselves. */
export interface Cloud {
  /** `http://localhost:4001`: known once it listens. */
  origin: string;
  readonly clock: () => number;
  readonly random: Random;
  readonly directory: Directory;
  readonly keys: SigningKeys;
  readonly codes: AuthorizationCodes;
  readonly deviceCodes: DeviceCodes;
  readonly refreshTokens: RefreshTokens;
  readonly consents: Consents;
  readonly sessions: BrowserSessions;
  readonly interactions: Interactions;
  readonly mailboxes: Mailboxes;
  readonly revocations: Revocations;
  readonly faults: Faults;
  readonly log: ExchangeLog;
  /** "Stay signed in?" after each sign-in. */
  readonly asksToStay: boolean;
}

/** What a cloud is made of; each field may be left out. */
export interface CloudOptions {
  /** Which company to make up (1 unless said otherwise), or a `Seed` with what to add to it. */
  readonly seed?: number | string | Seed;
  /** Milliseconds since 1970; the machine's clock unless said otherwise. */
  readonly clock?: () => number;
  /** Where codes and ids come from, though not the signing keys; Node's `randomBytes` by default. */
  readonly random?: Random;
  /** Shows "Stay signed in?" as Entra does; off by default, for shorter tests. */
  readonly askToStaySignedIn?: boolean;
}

/**
 * Makes everything a cloud knows, without listening anywhere.
 *
 * @returns a cloud whose `origin` is empty until whoever listens sets it
 * @throws SeedError, which names what is wrong
 */
export function newCloud(options: CloudOptions): Cloud {
  const clock = adjustable(options.clock ?? Date.now);
  const random = options.random ?? randomBytes;
  const { seed = 1 } = options;
  const additions = readSeed(typeof seed === 'object' ? seed : { seed });
  const directory = seededDirectory(additions);
  const keys = new SigningKeys();
  const consents = new Consents();
  const sessions = new BrowserSessions(clock, random);
  const revocations = new Revocations(clock);
  const find = (username: string | undefined) => findPerson(directory, username);
  return {
    origin: '',
    clock,
    random,
    directory,
    keys,
    codes: new AuthorizationCodes(clock, random),
    deviceCodes: new DeviceCodes(clock, random),
    refreshTokens: new RefreshTokens(clock, random),
    consents,
    sessions,
    interactions: new Interactions(clock, random),
    mailboxes: new Mailboxes(directory, additions.seed, clock()),
    revocations,
    faults: new Faults({ sessions, consents, keys, revocations, clock, find }),
    log: new ExchangeLog(),
    asksToStay: options.askToStaySignedIn ?? false,
  };
}

function findPerson(directory: Directory, username: string | undefined): string | undefined {
  const person = username === undefined ? undefined : directory.personByUsername(username);
  if (username !== undefined && !person) {
    throw new Error(`Nobody on this cloud is called ${username}.`);
  }
  return person?.id;
}

/** Back to the seeded state. Signing keys stay: clients may hold them. */
export function resetCloud(cloud: Cloud): void {
  cloud.codes.clear();
  cloud.deviceCodes.clear();
  cloud.refreshTokens.clear();
  cloud.consents.clear();
  cloud.sessions.clear();
  cloud.interactions.clear();
  cloud.mailboxes.clear();
  cloud.directory.forgetSignUps();
  cloud.directory.applications.clear();
  cloud.faults.clear();
  cloud.log.clear();
}
