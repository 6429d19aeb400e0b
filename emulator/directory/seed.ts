import * as v from 'valibot';
import { makePerson } from './featured-people.ts';
import type { Person } from './person.ts';
import { OPTIONAL_CLAIMS } from './registration.ts';
import type { Registration } from './registration.ts';
import { CONTOSO, TENANTS } from './tenant.ts';

/**
 * What a cloud starts with beside what it makes up: one's own app registrations and people. The
 * same from `startLocalCloud({ seed })` and from a file given to `--seed`.
 */
const uris = v.optional(v.array(v.pipe(v.string(), v.url())), []);
const registrationSchema = v.strictObject({
  clientId: v.pipe(v.string(), v.uuid()),
  name: v.string(),
  publisher: v.optional(v.string(), CONTOSO.displayName),
  homeTenantId: v.optional(v.picklist(TENANTS.map(({ id }) => id)), CONTOSO.id),
  audience: v.optional(
    v.picklist(['AzureADMyOrg', 'AzureADMultipleOrgs', 'AzureADandPersonalMicrosoftAccount']),
    'AzureADandPersonalMicrosoftAccount',
  ),
  redirectUris: v.strictObject({ spa: uris, web: uris, publicClient: uris }),
  secret: v.exactOptional(v.pipe(v.string(), v.minLength(1))),
  permissions: v.optional(v.array(v.string()), ['https://graph.microsoft.com/User.Read']),
  roles: v.optional(v.record(v.string(), v.array(v.string())), {}),
  assignmentRequired: v.optional(v.boolean(), false),
  groupsClaim: v.optional(v.boolean(), false),
  optionalClaims: v.optional(v.array(v.picklist(OPTIONAL_CLAIMS)), []),
  frontChannelLogoutUri: v.exactOptional(v.pipe(v.string(), v.url())),
});

const text = v.optional(v.nullable(v.string()), null);
const personSchema = v.strictObject({
  /** Its domain decides the tenant. */
  username: v.pipe(v.string(), v.email()),
  displayName: v.string(),
  jobTitle: text,
  department: text,
  officeLocation: text,
  mobilePhone: text,
  administrator: v.optional(v.boolean(), false),
});

const seedSchema = v.strictObject({
  /** Which company to make up around them. */
  seed: v.optional(v.union([v.string(), v.number()]), 1),
  registrations: v.optional(v.array(registrationSchema), []),
  people: v.optional(v.array(personSchema), []),
});

export type Seed = v.InferInput<typeof seedSchema>;

export interface Additions {
  readonly seed: number | string;
  readonly registrations: readonly Registration[];
  readonly people: readonly Person[];
}

/** The message is one sentence that names the field and what is wrong with it. */
export class SeedError extends Error {}

export function readSeed(seed: unknown): Additions {
  const result = v.safeParse(seedSchema, seed);
  if (!result.success) {
    const [issue] = result.issues;
    throw new SeedError(
      `The seed is wrong at ${v.getDotPath(issue) ?? 'its top'}: ${issue.message}.`,
    );
  }
  const { registrations, people } = result.output;
  return {
    seed: result.output.seed,
    registrations: registrations.map((app) => ({ ...app, clientId: app.clientId.toLowerCase() })),
    people: people.map(({ username, ...profile }) => {
      const [alias = '', domain = ''] = username.toLowerCase().split('@');
      const tenant = TENANTS.find(({ domains }) => domains.includes(domain));
      if (!tenant) {
        throw new SeedError(`The seed is wrong: no tenant of this cloud has the domain ${domain}.`);
      }
      return makePerson(tenant, alias, profile);
    }),
  };
}
