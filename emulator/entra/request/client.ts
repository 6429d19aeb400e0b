import type { Cloud } from '../../cloud.ts';
import type { Person } from '../../directory/person.ts';
import type { Registration } from '../../directory/registration.ts';
import { CONSUMERS_TENANT_ID } from '../../directory/tenant.ts';
import { getAudienceName } from '../../tokens/audience.ts';
import type { Audience } from '../../tokens/audience.ts';
import {
  consumersOnly,
  notForConsumers,
  notMultiTenant,
  unknownClient,
  unknownTenant,
  userNotInTenant,
} from '../errors/entra-error.ts';

export function findAudience(cloud: Cloud, segment: string): Audience {
  const name = segment.toLowerCase();
  if (name === 'common' || name === 'organizations') {
    return { segment: name, tenant: undefined };
  }
  const tenant = cloud.directory.tenant(name === 'consumers' ? CONSUMERS_TENANT_ID : name);
  if (!tenant) {
    throw unknownTenant(segment);
  }
  return { segment: name === 'consumers' ? name : tenant.id, tenant };
}

export function findClient(cloud: Cloud, clientId: string, audience: Audience): Registration {
  const client = cloud.directory.registration(clientId);
  const where = getAudienceName(audience);
  if (!client) {
    throw unknownClient(clientId, where);
  }
  checkAccountType(client, audience);
  if (client.audience === 'AzureADMyOrg') {
    if (!audience.tenant) {
      throw notMultiTenant(client.clientId, client.name);
    }
    if (audience.tenant.id !== client.homeTenantId) {
      throw unknownClient(clientId, where);
    }
  }
  return client;
}

function checkAccountType(client: Registration, { tenant }: Audience): void {
  const isConsumer = tenant?.kind === 'consumer';
  if (isConsumer && !takesConsumers(client)) {
    throw notForConsumers();
  }
  if (!isConsumer && client.audience === 'PersonalMicrosoftAccount') {
    throw consumersOnly(client.clientId, client.name);
  }
}

export function checkTenant(person: Person, audience: Audience, client: Registration): void {
  if (!maySignIn(person, audience, client)) {
    const app: [string, string] = [client.clientId, client.name];
    throw userNotInTenant(person.userPrincipalName, getAudienceName(audience), app);
  }
}

export function maySignIn(person: Person, audience: Audience, client: Registration): boolean {
  const isConsumer = person.tenantId === CONSUMERS_TENANT_ID;
  if (isConsumer && (!takesConsumers(client) || audience.segment === 'organizations')) {
    return false;
  }
  return audience.tenant === undefined || audience.tenant.id === person.tenantId;
}

/** Whether somebody may sign up here: personal accounts alone are made by their owners. */
export function maySignUp({ segment, tenant }: Audience, client: Registration): boolean {
  const isForConsumers = tenant ? tenant.kind === 'consumer' : segment === 'common';
  return isForConsumers && takesConsumers(client);
}

function takesConsumers(client: Registration): boolean {
  return client.audience.includes('Personal');
}
