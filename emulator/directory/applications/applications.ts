import { namedGuid } from '../random.ts';
import type { Registration } from '../registration.ts';
import type { Resource } from '../resource.ts';
import type { Tenant } from '../tenant.ts';
import { applicationOf } from './application-of.ts';
import type { Application } from './application.ts';
import { registrationOf, resourceOf } from './registration-of.ts';

interface Entry {
  readonly application: Application;
  readonly registration: Registration;
  /** Who made it, and so may change it without a role in the directory. */
  readonly ownerId: string | undefined;
}

/** An app's own standing in a tenant: what permissions are granted to. */
export interface ServicePrincipal {
  readonly id: string;
  readonly tenantId: string;
  readonly appId: string;
  readonly displayName: string;
}

/** Every app registration, in the shape of Graph's management side and in that of sign-in. */
export class Applications {
  private readonly seeded: readonly Registration[];
  private readonly apis: readonly Resource[];
  private readonly tenants: readonly Tenant[];
  private readonly entries = new Map<string, Entry>();
  private readonly principals = new Map<string, ServicePrincipal>();
  private readonly closedTenants = new Set<string>();

  constructor(
    seeded: readonly Registration[],
    apis: readonly Resource[],
    tenants: readonly Tenant[],
  ) {
    this.seeded = seeded;
    this.apis = apis;
    this.tenants = tenants;
    this.clear();
  }

  /** Back to what the cloud started with. */
  clear(): void {
    this.entries.clear();
    this.principals.clear();
    this.closedTenants.clear();
    for (const registration of this.seeded) {
      const application = applicationOf(registration, this.apis);
      const { clientId, homeTenantId, name } = registration;
      this.entries.set(clientId, { application, registration, ownerId: undefined });
      this.addPrincipal(homeTenantId, clientId, name);
    }
    for (const { id } of this.tenants) {
      this.apis.forEach(({ appId, name }) => this.addPrincipal(id, appId, name));
    }
  }

  get registrations(): readonly Registration[] {
    return [...this.entries.values()].map(({ registration }) => registration);
  }

  get resources(): readonly Resource[] {
    const taken = new Set(this.apis.map(({ appId }) => appId));
    const own = [...this.entries.values()].flatMap(
      ({ application }) => resourceOf(application) ?? [],
    );
    return [...this.apis, ...own.filter(({ appId }) => !taken.has(appId))];
  }

  registration(clientId: string): Registration | undefined {
    return this.entries.get(clientId.toLowerCase())?.registration;
  }

  /** Those a tenant owns. */
  of(tenantId: string): Application[] {
    return [...this.entries.values()]
      .filter(({ registration }) => registration.homeTenantId === tenantId)
      .map(({ application }) => application);
  }

  ownerOf({ appId }: Application): string | undefined {
    return this.entries.get(appId)?.ownerId;
  }

  /** Adds an application, or puts it in the place of the one with its client ID. */
  save(application: Application, tenant: Tenant, ownerId?: string): void {
    const before = this.entries.get(application.appId);
    const home = { tenantId: tenant.id, publisher: tenant.displayName };
    this.entries.set(application.appId, {
      application,
      registration: registrationOf(application, this.resources, home, before?.registration),
      ownerId: before ? before.ownerId : ownerId,
    });
  }

  /** Its service principals go with it. */
  remove({ appId }: Application): void {
    this.entries.delete(appId);
    for (const [id, principal] of this.principals) {
      if (principal.appId === appId) {
        this.principals.delete(id);
      }
    }
  }

  principalsOf(tenantId: string): ServicePrincipal[] {
    return [...this.principals.values()].filter((principal) => principal.tenantId === tenantId);
  }

  addPrincipal(tenantId: string, appId: string, displayName: string): ServicePrincipal {
    const id = namedGuid(`service principal ${tenantId} ${appId}`);
    const principal = { id, tenantId, appId, displayName };
    this.principals.set(id, principal);
    return principal;
  }

  removePrincipal({ id }: ServicePrincipal): void {
    this.principals.delete(id);
  }

  /** Whether people without a role may register apps, as they may unless an administrator says no. */
  mayAnybodyRegister(tenantId: string): boolean {
    return !this.closedTenants.has(tenantId);
  }

  letAnybodyRegister(tenantId: string, allowed: boolean): void {
    if (allowed) {
      this.closedTenants.delete(tenantId);
    } else {
      this.closedTenants.add(tenantId);
    }
  }
}
