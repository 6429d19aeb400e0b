import published from './graph-permissions.json' with { type: 'json' };

/**
 * A delegated permission and how the consent page puts it into words (Microsoft Graph, resource type
 * permissionScope).
 */
export interface Permission {
  /** The published GUID; left out where we are not sure of it. */
  readonly id?: string | undefined;
  /** Its name in a scope and in a token's `scp`. */
  readonly value: string;
  /** Only an administrator may grant it (AADSTS90094 for everyone else). */
  readonly adminConsentRequired: boolean;
  readonly title: string;
  readonly description: string;
}

export const GRAPH_RESOURCE = 'https://graph.microsoft.com';
export const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';

/** OpenID Connect's scopes: asked of the same consent page, but of no resource. */
export const OIDC_SCOPES: readonly string[] = ['openid', 'profile', 'email', 'offline_access'];

/**
 * Microsoft Graph's own, with ids, names, titles and who may consent as Microsoft publishes them
 * ("Microsoft Graph permissions reference"). Many need no emulated endpoint: an app can still be given
 * them at sign-in.
 */
export const GRAPH_PERMISSIONS = byValue(published);

/** @returns the permissions by their names */
export function byValue(permissions: readonly Permission[]): Readonly<Record<string, Permission>> {
  return Object.fromEntries(permissions.map((permission) => [permission.value, permission]));
}
