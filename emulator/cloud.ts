import { randomBytes } from 'node:crypto';
import { seededDirectory } from './directory/directory.ts';
import type { Directory } from './directory/directory.ts';
import { Interactions } from './entra/interactions.ts';
import { ExchangeLog } from './log.ts';
import { AuthorizationCodes } from './tokens/authorization-codes.ts';
import { BrowserSessions } from './tokens/browser-sessions.ts';
import { Consents } from './tokens/consents.ts';
import type { Random } from './tokens/random.ts';
import { RefreshTokens } from './tokens/refresh-tokens.ts';
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
  readonly refreshTokens: RefreshTokens;
  readonly consents: Consents;
  readonly sessions: BrowserSessions;
  readonly interactions: Interactions;
  readonly log: ExchangeLog;
}

export interface CloudOptions {
  readonly seed?: number | string;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  readonly random?: Random;
}

export function newCloud(options: CloudOptions): Cloud {
  const clock = options.clock ?? Date.now;
  const random = options.random ?? randomBytes;
  return {
    origin: '',
    clock,
    random,
    directory: seededDirectory(options.seed ?? 1),
    keys: new SigningKeys(),
    codes: new AuthorizationCodes(clock, random),
    refreshTokens: new RefreshTokens(clock, random),
    consents: new Consents(),
    sessions: new BrowserSessions(clock, random),
    interactions: new Interactions(clock, random),
    log: new ExchangeLog(),
  };
}

/** Back to the seeded state. Signing keys stay: clients may hold them. */
export function resetCloud(cloud: Cloud): void {
  cloud.codes.clear();
  cloud.refreshTokens.clear();
  cloud.consents.clear();
  cloud.sessions.clear();
  cloud.interactions.clear();
  cloud.log.clear();
}
