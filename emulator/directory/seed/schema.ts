import * as v from 'valibot';
import { AUDIENCES } from '../applications/application.ts';
import { OPTIONAL_CLAIMS } from '../registration.ts';
import { CONTOSO, TENANTS } from '../tenant.ts';

/**
 * What a seed may hold. `emulator/seed.schema.json` is made of it, for editors: what it says of a field is
 * what they show.
 */

const guid = v.pipe(v.string(), v.uuid());
const url = v.pipe(v.string(), v.url());
const words = v.pipe(v.string(), v.minLength(1));
const uris = v.optional(v.array(url), []);
const tenantId = v.optional(v.picklist(TENANTS.map(({ id }) => id)), CONTOSO.id);

/** Entra's rule for the name of a scope or a role, without the characters a scope string cannot hold. */
const name = v.pipe(v.string(), v.regex(/^[\w.:-]{1,120}$/));
const roles = v.pipe(
  v.optional(v.record(name, v.array(v.string())), {}),
  v.description('App roles, each with the user names and groups it is assigned to.'),
);

const permission = v.strictObject({
  id: v.exactOptional(guid),
  value: v.pipe(name, v.description('Its name in a scope, such as Orders.Read.')),
  title: v.pipe(words, v.description('What the consent page calls it.')),
  description: v.optional(v.string(), ''),
  adminConsentRequired: v.pipe(
    v.optional(v.boolean(), false),
    v.description('Only an administrator may grant it.'),
  ),
});

const resource = v.strictObject({
  uri: v.pipe(url, v.description('Application ID URI, such as api://my-api.')),
  appId: v.pipe(guid, v.description('Client ID of the API: `aud` of version 2 tokens.')),
  name: words,
  tokenVersion: v.optional(v.picklist([1, 2]), 2),
  scopes: v.array(permission),
  roles,
});

const registration = v.strictObject({
  clientId: guid,
  name: v.string(),
  publisher: v.optional(v.string(), CONTOSO.displayName),
  homeTenantId: tenantId,
  audience: v.optional(v.picklist(AUDIENCES), 'AzureADandPersonalMicrosoftAccount'),
  redirectUris: v.pipe(
    v.strictObject({ spa: uris, web: uris, publicClient: uris }),
    v.description('By platform; the port of http://localhost does not matter.'),
  ),
  secret: v.pipe(
    v.exactOptional(words),
    v.description('What a web app redeems its codes and refresh tokens with.'),
  ),
  permissions: v.pipe(
    v.optional(v.array(v.string()), ['https://graph.microsoft.com/User.Read']),
    v.description('What `.default` asks for: scopes, those of Graph with or without its address.'),
  ),
  roles,
  assignmentRequired: v.optional(v.boolean(), false),
  groupsClaim: v.optional(v.boolean(), false),
  optionalClaims: v.optional(v.array(v.picklist(OPTIONAL_CLAIMS)), []),
  frontChannelLogoutUri: v.exactOptional(url),
});

const group = v.strictObject({
  displayName: words,
  description: v.optional(v.string(), ''),
  kind: v.optional(v.picklist(['security', 'microsoft365']), 'security'),
  tenantId,
  members: v.pipe(v.optional(v.array(v.string()), []), v.description('User names.')),
  memberGroups: v.pipe(
    v.optional(v.array(v.string()), []),
    v.description('Display names of groups in it.'),
  ),
});

const text = v.optional(v.nullable(v.string()), null);
const person = v.strictObject({
  username: v.pipe(v.string(), v.email(), v.description('Its domain decides the tenant.')),
  displayName: v.string(),
  jobTitle: text,
  department: text,
  officeLocation: text,
  mobilePhone: text,
  administrator: v.pipe(
    v.optional(v.boolean(), false),
    v.description('May grant permissions for the whole organization.'),
  ),
});

export const seedSchema = v.strictObject({
  $schema: v.exactOptional(v.string()),
  seed: v.pipe(
    v.optional(v.union([v.string(), v.number()]), 1),
    v.description('Which company to make up around what is added.'),
  ),
  resources: v.pipe(v.optional(v.array(resource), []), v.description('APIs of your own.')),
  permissions: v.pipe(
    v.optional(v.array(permission), []),
    v.description('Delegated permissions of Microsoft Graph that this cloud does not know yet.'),
  ),
  registrations: v.optional(v.array(registration), []),
  groups: v.optional(v.array(group), []),
  people: v.optional(v.array(person), []),
});

/** What `startLocalCloud({ seed })` and a seed file take. */
export type Seed = v.InferInput<typeof seedSchema>;
export type CheckedSeed = v.InferOutput<typeof seedSchema>;
