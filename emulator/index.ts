import { getRequestListener } from '@hono/node-server';
import { cloudApp } from './app.ts';
import { newCloud, resetCloud } from './cloud.ts';
import type { CloudOptions } from './cloud.ts';
import type { Faults } from './faults/faults.ts';
import { listen } from './listen.ts';
import type { LoggedExchange } from './log.ts';

/** The only door to the local cloud: start it, look at its log, reset it, close it. */

export { sampleRegistration } from './directory/registration.ts';
export { SeedError } from './directory/seed.ts';
export type { Seed } from './directory/seed.ts';
export { PortInUseError } from './listen.ts';
export { msalAuthority } from './msal-authority.ts';
export type { MsalAuthority } from './msal-authority.ts';
export { readSeedOption } from './options.ts';
export type { Fault, FaultPlace, FaultRule } from './faults/fault.ts';
export type { Faults } from './faults/faults.ts';
export type { LoggedExchange } from './log.ts';

/** How to start the local cloud; each field may be left out. */
export interface LocalCloudOptions extends CloudOptions {
  /** 4001 unless said otherwise; 0 takes any free port. */
  readonly port?: number;
  /**
   * The address that people and tokens know it by, where a proxy in front of it answers over https: its issuer is
   * there. `http://localhost` and the port unless said otherwise.
   */
  readonly publicOrigin?: string;
  /** Opens the faults at /control, and the buttons of `faultButtons`; off by default. */
  readonly control?: boolean;
  /**
   * Puts buttons for the faults on the page at /. They are posted with a secret of the page, so that no
   * other site can press them in somebody's browser. Off by default.
   */
  readonly faultButtons?: boolean;
}

/** A running local cloud. Everything is in memory: what was done is gone once it is closed. */
export interface LocalCloud {
  /** `http://localhost:4001`, without a trailing slash. */
  readonly url: string;
  /** The last 1,000 exchanges since the start or `reset()`, oldest first, with secrets masked. */
  readonly log: readonly LoggedExchange[];
  /** What goes wrong, and for whom. `add` takes a rule and returns what takes it away again. */
  readonly faults: Faults;
  /** Everybody who can sign in, in every tenant; the same for the same seed. */
  readonly people: readonly SeededPerson[];
  /**
   * Sessions, grants, codes, refresh tokens, consents, mailboxes, faults and log back to the seeded
   * state, and so are app registrations. People and signing keys stay, and access tokens stay valid.
   */
  reset(): void;
  /**
   * Stops listening.
   *
   * @param patience milliseconds that running requests may take; without it they are broken off
   * @returns once the port is free again
   */
  close(patience?: number): Promise<void>;
}

/** Somebody who can sign in, without a password. */
export interface SeededPerson {
  /** What the sign-in page and a fault's `person` take: `adele@contoso.example`. */
  readonly username: string;
  /** The name on the page to pick somebody from: `Adele Vance`. */
  readonly displayName: string;
  /** The directory's GUID; the claim `tid`. */
  readonly tenantId: string;
}

/**
 * Starts a local cloud in this process, on the loopback interface alone.
 *
 * @param options where to listen, which company to make up, and what differs from Entra's usual
 * @returns the cloud, once it listens; it runs until `close()`
 * @throws PortInUseError when something listens on the port; SeedError, which names what is wrong
 */
export async function startLocalCloud(options: LocalCloudOptions = {}): Promise<LocalCloud> {
  const cloud = newCloud(options);
  const { control = false, faultButtons = control } = options;
  const app = cloudApp(cloud, { control, faultButtons });
  const answer = getRequestListener(app.fetch);
  const listener = await listen(options.port ?? 4001, (request, response) => {
    void answer(request, response);
  });
  const url = `http://localhost:${String(listener.port)}`;
  cloud.origin = options.publicOrigin ?? url;
  return {
    url,
    get log() {
      return cloud.log.entries;
    },
    faults: cloud.faults,
    people: cloud.directory.people.map((person) => ({
      username: person.userPrincipalName,
      displayName: person.displayName,
      tenantId: person.tenantId,
    })),
    reset: () => {
      resetCloud(cloud);
    },
    close: (patience = 0) => listener.close(patience),
  };
}
