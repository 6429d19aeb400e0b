/** The tenants of this cloud; ids are the placeholders Microsoft's documentation uses. */
export interface Tenant {
  readonly id: string;
  readonly displayName: string;
  /** Verified domains, the default one first. */
  readonly domains: readonly [string, ...string[]];
  readonly kind: 'organization' | 'consumer';
}

/** The tenant of every personal Microsoft account: the same GUID in the real cloud. */
export const CONSUMERS_TENANT_ID = '9188040d-6c67-4c5b-b112-36a304b66dad';

export const CONTOSO: Tenant = {
  id: 'aaaabbbb-0000-cccc-1111-dddd2222eeee',
  displayName: 'Contoso',
  domains: ['contoso.example', 'contoso.onmicrosoft.com'],
  kind: 'organization',
};

export const FABRIKAM: Tenant = {
  id: 'bbbbcccc-1111-dddd-2222-eeee3333ffff',
  displayName: 'Fabrikam',
  domains: ['fabrikam.example', 'fabrikam.onmicrosoft.com'],
  kind: 'organization',
};

export const PERSONAL_ACCOUNTS: Tenant = {
  id: CONSUMERS_TENANT_ID,
  displayName: 'Personal accounts',
  domains: ['outlook.example'],
  kind: 'consumer',
};

export const TENANTS: readonly Tenant[] = [CONTOSO, FABRIKAM, PERSONAL_ACCOUNTS];
