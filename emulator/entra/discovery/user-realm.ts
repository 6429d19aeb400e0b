import type { Cloud } from '../../cloud.ts';
import type { Tenant } from '../../directory/tenant.ts';
import { missingParameter } from '../errors/entra-error.ts';
import type { Parameters } from '../request/parameters.ts';

/**
 * GET /common/userrealm/{user}: whether an organization manages its accounts itself or by federation,
 * which clients ask before they send a password (MSAL's flow by user name and password).
 * Differs from Entra: no domain is federated, and of personal accounts nothing is known.
 */
export function userRealm(cloud: Cloud, user: string): object {
  const domain = domainOf(user);
  return {
    ver: '1.0',
    ...(managedBy(cloud, domain)
      ? { account_type: 'Managed', domain_name: domain }
      : { account_type: 'Unknown' }),
    cloud_instance_name: CLOUD_INSTANCE,
    cloud_audience_urn: 'urn:federation:MicrosoftOnline',
  };
}

/** GET /GetUserRealm.srf?login=…: the same for sign-in pages, in JSON whether or not `json=1` is given. */
export function legacyUserRealm(cloud: Cloud, parameters: Parameters): object {
  const login = parameters.get('login')?.toLowerCase();
  if (login === undefined) {
    throw missingParameter('login');
  }
  const domain = domainOf(login);
  const tenant = managedBy(cloud, domain);
  return tenant
    ? {
        State: 4,
        UserState: 1,
        Login: login,
        NameSpaceType: 'Managed',
        DomainName: domain,
        FederationBrandName: tenant.displayName,
        CloudInstanceName: CLOUD_INSTANCE,
      }
    : { State: 2, UserState: 1, Login: login, NameSpaceType: 'Unknown' };
}

/** As published: a host of this cloud would be taken for one to send tokens to. */
const CLOUD_INSTANCE = 'microsoftonline.com';

function domainOf(user: string): string {
  return user.toLowerCase().split('@')[1] ?? '';
}

function managedBy({ directory }: Cloud, domain: string): Tenant | undefined {
  const tenant = directory.tenants.find(({ domains }) => domains.includes(domain));
  return tenant?.kind === 'organization' ? tenant : undefined;
}
