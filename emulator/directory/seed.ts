import * as v from 'valibot';
import { newPerson } from './new-person.ts';
import { byValue } from './permission.ts';
import type { Permission } from './permission.ts';
import type { Person } from './person.ts';
import type { Registration } from './registration.ts';
import type { Resource } from './resource.ts';
import { seedSchema } from './seed/schema.ts';
import type { CheckedSeed } from './seed/schema.ts';
import { SeedError } from './seed/seed-error.ts';

export type { Seed } from './seed/schema.ts';
export { SeedError } from './seed/seed-error.ts';

/**
 * What a cloud starts with beside what it makes up: APIs, permissions, app registrations, groups and
 * people of one's own. The same from `startLocalCloud({ seed })` and from a file given to `--seed`.
 */
export interface Additions {
  readonly seed: number | string;
  readonly resources: readonly Resource[];
  /** Microsoft Graph's, beside those it has. */
  readonly permissions: readonly Permission[];
  readonly registrations: readonly Registration[];
  readonly groups: CheckedSeed['groups'];
  readonly people: readonly Person[];
}

/**
 * Reads a seed as far as it can be judged by itself; what it names is looked up by `seededDirectory`.
 *
 * @throws SeedError, which names the field
 */
export function readSeed(seed: unknown): Additions {
  const result = v.safeParse(seedSchema, seed);
  if (!result.success) {
    const [issue] = result.issues;
    throw SeedError.at(v.getDotPath(issue) ?? 'its top', issue.message.replace(/\.$/, ''));
  }
  const { resources, registrations, people, ...rest } = result.output;
  return {
    ...rest,
    resources: resources.map(({ scopes, ...api }) => ({
      ...api,
      uri: api.uri.replace(/\/$/, ''),
      appId: api.appId.toLowerCase(),
      permissions: byValue(scopes),
    })),
    registrations: registrations.map((app) => ({ ...app, clientId: app.clientId.toLowerCase() })),
    people: people.map(({ username, ...profile }, index) => {
      const person = newPerson(username, profile);
      if (!person) {
        const domain = username.split('@')[1] ?? '';
        const problem = `no tenant of this cloud has the domain ${domain}`;
        throw SeedError.at(`people.${String(index)}.username`, problem);
      }
      return person;
    }),
  };
}
