/**
 * An application as Microsoft Graph keeps it, as far as this cloud has a use for it.
 * @see https://learn.microsoft.com/graph/api/resources/application
 */
export interface Application {
  readonly id: string;
  readonly appId: string;
  readonly createdDateTime: string;
  readonly displayName: string;
  readonly signInAudience: SignInAudience;
  readonly identifierUris: readonly string[];
  readonly tags: readonly string[];
  readonly groupMembershipClaims: string | null;
  readonly spa: { readonly redirectUris: readonly string[] };
  readonly publicClient: { readonly redirectUris: readonly string[] };
  readonly web: WebApplication;
  readonly api: ApiApplication;
  readonly appRoles: readonly AppRole[];
  readonly optionalClaims: OptionalClaims | null;
  readonly requiredResourceAccess: readonly RequiredResourceAccess[];
}

export const AUDIENCES = [
  ...(['AzureADMyOrg', 'AzureADMultipleOrgs'] as const),
  ...(['AzureADandPersonalMicrosoftAccount', 'PersonalMicrosoftAccount'] as const),
] as const;
export type SignInAudience = (typeof AUDIENCES)[number];

interface WebApplication {
  readonly redirectUris: readonly string[];
  readonly logoutUrl: string | null;
  readonly implicitGrantSettings: {
    readonly enableIdTokenIssuance: boolean;
    readonly enableAccessTokenIssuance: boolean;
  };
}

interface ApiApplication {
  readonly requestedAccessTokenVersion: number | null;
  readonly oauth2PermissionScopes: readonly PermissionScope[];
}

export interface PermissionScope {
  readonly id: string;
  readonly value: string | null;
  readonly type: string;
  readonly isEnabled: boolean;
  readonly adminConsentDisplayName: string | null;
  readonly adminConsentDescription: string | null;
  readonly userConsentDisplayName: string | null;
  readonly userConsentDescription: string | null;
}

export interface AppRole {
  readonly id: string;
  readonly value: string | null;
  readonly displayName: string;
  readonly description: string;
  readonly isEnabled: boolean;
  readonly allowedMemberTypes: readonly string[];
}

interface ClaimName {
  readonly name: string;
}

interface OptionalClaims {
  readonly idToken: readonly ClaimName[];
  readonly accessToken: readonly ClaimName[];
}

interface RequiredResourceAccess {
  readonly resourceAppId: string;
  readonly resourceAccess: readonly { readonly id: string; readonly type: string }[];
}
