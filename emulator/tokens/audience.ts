import type { Tenant } from '../directory/tenant.ts';

/** Who may sign in at an address: the tenant in its path together with the app's audience. */
export interface Audience {
  /** `common`, `organizations`, `consumers`, or the tenant's GUID whichever way it was named. */
  readonly segment: string;
  readonly tenant: Tenant | undefined;
}

/** A tenant by its display name, `common` and its like by themselves. */
export function getAudienceName(audience: Audience): string {
  return audience.tenant?.displayName ?? audience.segment;
}
