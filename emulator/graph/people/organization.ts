import type { Cloud } from '../../cloud.ts';
import { namedGuid } from '../../directory/random.ts';
import type { Tenant } from '../../directory/tenant.ts';
import { requireScope } from '../bearer.ts';
import type { Caller } from '../bearer.ts';
import { collection } from '../query/collection.ts';
import { GraphError, requestDenied } from '../graph-error.ts';
import { pick, readSelect } from '../query/select.ts';

const FULL = ['Organization.Read.All', 'Organization.ReadWrite.All', 'Directory.Read.All'];
/** What User.Read alone may see of it; the rest is null. */
const BASIC = ['id', 'displayName', 'verifiedDomains'];

/**
 * GET /organization: the one of whoever asks.
 * @see https://learn.microsoft.com/graph/api/organization-list
 *
 * @throws GraphError 403 without permission, and for a personal account, which belongs to none
 */
export function organizations(cloud: Cloud, caller: Caller, query: URLSearchParams): object {
  const rules = {
    type: 'organization',
    properties: PROPERTIES,
    defaults: PROPERTIES,
    context: 'organization',
    path: '/organization',
    defaultTop: 100,
    mostTop: 999,
    service: 'directory',
    always: [],
    searched: ['displayName'],
  } as const;
  return collection(cloud, [read(cloud, caller)], rules, query);
}

/**
 * GET /organization/{id}
 *
 * @throws GraphError 404 for any other than the caller's own
 */
export function organization(
  cloud: Cloud,
  caller: Caller,
  id: string,
  query: URLSearchParams,
): object {
  const resource = read(cloud, caller);
  if (resource['id'] !== id) {
    throw new GraphError(
      404,
      'Request_ResourceNotFound',
      `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
    );
  }
  const selection = readSelect(query.get('$select'), PROPERTIES, PROPERTIES, 'organization');
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#organization${selection.suffix}/$entity`,
    ...pick(resource, selection.names),
  };
}

function read(cloud: Cloud, caller: Caller): Record<string, unknown> {
  requireScope(caller, [...FULL, 'User.Read']);
  const tenant = cloud.directory.tenant(caller.person.tenantId);
  if (tenant?.kind !== 'organization') {
    throw requestDenied();
  }
  const resource = organizationResource(tenant);
  if (FULL.some((scope) => caller.scopes.has(scope))) {
    return resource;
  }
  return Object.fromEntries(
    Object.entries(resource).map(([name, value]) => {
      const empty = Array.isArray(value) ? [] : null;
      return [name, BASIC.includes(name) ? value : empty];
    }),
  );
}

const PROPERTIES = [
  ...['id', 'deletedDateTime', 'businessPhones', 'city', 'country', 'countryLetterCode'],
  ...['createdDateTime', 'displayName', 'marketingNotificationEmails', 'onPremisesSyncEnabled'],
  ...['postalCode', 'preferredLanguage', 'privacyProfile', 'provisionedPlans', 'state', 'street'],
  ...['technicalNotificationMails', 'tenantType', 'assignedPlans', 'verifiedDomains'],
];

function organizationResource({ id, displayName, domains }: Tenant): Record<string, unknown> {
  const [first] = domains;
  const plan = {
    assignedDateTime: '2024-03-04T09:00:00Z',
    capabilityStatus: 'Enabled',
    service: 'exchange',
    servicePlanId: namedGuid('exchange plan'),
  };
  return {
    id,
    deletedDateTime: null,
    businessPhones: ['+1 425 555 0100'],
    city: 'Bellevue',
    country: 'United States',
    countryLetterCode: 'US',
    createdDateTime: '2024-03-04T09:00:00Z',
    displayName,
    marketingNotificationEmails: [],
    onPremisesSyncEnabled: null,
    postalCode: '98004',
    preferredLanguage: 'en',
    privacyProfile: {
      contactEmail: `privacy@${first}`,
      statementUrl: `https://www.${first}/privacy`,
    },
    provisionedPlans: [],
    state: 'WA',
    street: '110 110th Avenue NE',
    technicalNotificationMails: [`it@${first}`],
    tenantType: 'AAD',
    assignedPlans: [plan],
    verifiedDomains: domains.map((name) => ({
      capabilities: 'Email, OfficeCommunicationsOnline',
      isDefault: name === first,
      isInitial: name.endsWith('.onmicrosoft.com'),
      name,
      type: 'Managed',
    })),
  };
}
