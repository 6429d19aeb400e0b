import { getRequestListener } from '@hono/node-server';
import { cloudApp } from './app.ts';
import { newCloud, resetCloud } from './cloud.ts';
import type { CloudOptions } from './cloud.ts';
import type { Faults } from './faults/faults.ts';
import { listen } from './listen.ts';
import type { LoggedExchange } from './log.ts';

/** The only door to the local cloud: start it, look at its log, reset it, close it. */

export { SeedError } from './directory/seed.ts';
export type { Seed } from './directory/seed.ts';
export { PortInUseError } from './listen.ts';
export type { Fault, FaultPlace, FaultRule } from './faults/fault.ts';
export type { Faults } from './faults/faults.ts';
export type { LoggedExchange } from './log.ts';

export interface LocalCloudOptions extends CloudOptions {
  /** 4001 unless said otherwise; 0 takes any free port. */
  readonly port?: number;
  /** Opens the faults at /control, for whoever is on this machine. */
  readonly control?: boolean;
}

export interface LocalCloud {
  /** `http://localhost:4001`, without a trailing slash. */
  readonly url: string;
  readonly log: readonly LoggedExchange[];
  /** What goes wrong, and for whom. */
  readonly faults: Faults;
  readonly people: readonly SeededPerson[];
  /** Sessions, grants, codes, refresh tokens, consents, faults and log back to the seeded state. */
  reset(): void;
  close(): Promise<void>;
}

export interface SeededPerson {
  readonly username: string;
  readonly displayName: string;
  readonly tenantId: string;
}

/** @throws PortInUseError, SeedError */
export async function startLocalCloud(options: LocalCloudOptions = {}): Promise<LocalCloud> {
  const cloud = newCloud(options);
  const app = cloudApp(cloud, { control: options.control ?? false });
  const answer = getRequestListener(app.fetch);
  const listener = await listen(options.port ?? 4001, (request, response) => {
    void answer(request, response);
  });
  cloud.origin = `http://localhost:${String(listener.port)}`;
  return {
    url: cloud.origin,
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
    close: () => listener.close(),
  };
}
