/** What the tool reads and writes of Microsoft Graph's resources. */

export interface Application {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  readonly signInAudience: string;
  readonly identifierUris: readonly string[];
  readonly tags: readonly string[];
  readonly spa: { readonly redirectUris: readonly string[] };
  readonly web: {
    readonly redirectUris: readonly string[];
    readonly logoutUrl: string | null;
    readonly implicitGrantSettings: {
      readonly enableIdTokenIssuance: boolean;
      readonly enableAccessTokenIssuance: boolean;
    };
  };
  readonly api: {
    readonly requestedAccessTokenVersion: number | null;
    readonly oauth2PermissionScopes: readonly Entitlement[];
  };
  readonly appRoles: readonly Entitlement[];
  readonly optionalClaims: {
    readonly idToken: readonly { readonly name: string }[];
    readonly accessToken: readonly { readonly name: string }[];
  } | null;
  readonly requiredResourceAccess: readonly {
    readonly resourceAppId: string;
    readonly resourceAccess: readonly { readonly id: string; readonly type: string }[];
  }[];
  /** Read only: a single-page application must have none. */
  readonly passwordCredentials?: readonly unknown[];
}

/** A scope or an app role; the rest of it is carried along unread. */
export interface Entitlement {
  readonly id: string;
  readonly value: string | null;
  readonly isEnabled: boolean;
  readonly [property: string]: unknown;
}

export interface ServicePrincipal {
  readonly id: string;
  readonly appId: string;
}

export interface PermissionGrant {
  readonly id: string;
  readonly clientId: string;
  readonly consentType: string;
  readonly resourceId: string;
  readonly scope: string;
}
