import { InjectionToken } from '@angular/core';

/** The validated `config.json`, with defaults. One build serves every deployment: nothing of it is compiled in. */
export interface Settings {
  readonly clientId: string;
  /** `oidc` is any other OpenID Connect provider than Microsoft Entra ID. */
  readonly protocol: 'entra' | 'oidc';
  /** With its tenant: `https://login.microsoftonline.com/common`. */
  readonly authority: string;
  /** Hosts, with port, that MSAL trusts without Microsoft's instance discovery. */
  readonly knownAuthorities: readonly string[];
  /** OpenID Connect metadata as JSON text, for the local cloud only: MSAL cannot discover it. */
  readonly authorityMetadata: string | undefined;
  /**
   * Where MSAL ends the provider's session, or with `oidc` the metadata that says where; requested only to check that
   * the provider is reachable.
   */
  readonly endSessionUrl: string;
  /** The origin of a valid `iss`; undefined for a custom authority. */
  readonly issuerOrigin: string | undefined;
  /** Tenant GUIDs that may sign in; undefined for all that the authority admits. */
  readonly allowedTenants: readonly string[] | undefined;
  /** Origin of Microsoft Graph: `https://graph.microsoft.com`; empty for a provider without it. */
  readonly graphBaseUrl: string;
  readonly apis: readonly ApiSettings[];
  /** Microsoft Graph permissions that sign-in requests, in their registered spelling: `User.Read`. */
  readonly scopes: readonly string[];
  /** Where MSAL stores tokens: `sessionStorage` is one tab's, `localStorage` all tabs'. */
  readonly cacheLocation: 'sessionStorage' | 'localStorage';
  /** How the app itself signs in; MsalGuard always redirects. */
  readonly interaction: 'redirect' | 'popup';
  /** Minutes without activity until everybody is signed out; undefined for never. */
  readonly idleTimeoutMinutes: number | undefined;
  /** Whether to look for a session of the provider at the start. */
  readonly silentSignIn: boolean;
  /** Whether the landing page offers to create an account. */
  readonly signUp: boolean;
  /** Whether people may show the pictures of a message; the policy lets through any host then. */
  readonly remoteImages: boolean;
  /** The email address to which people report wrong directory data. */
  readonly supportEmail: string | undefined;
  /** Where errors and web vitals are reported to; undefined for nowhere. */
  readonly reportUrl: string | undefined;
  /** Path of the app's root in this language: `/`, `/portal/` or `/portal/de/`. */
  readonly basePath: string;
  /** The same without the language: a session and all else that is stored belongs to every language. */
  readonly storagePath: string;
  /** Absolute, as the two below; all three are registered with the platform *Single-page application*. */
  readonly redirectUri: string;
  /** The static bridge page, for MSAL's hidden iframe and popups. */
  readonly silentRedirectUri: string;
  readonly postLogoutRedirectUri: string;
  readonly isLocalCloud: boolean;
}

export interface ApiSettings {
  /** Shown in error messages: `Orders`. */
  readonly name: string;
  readonly origin: string;
  /** Whole paths; `*` matches anything. */
  readonly paths: readonly string[];
  /** As registered: `api://<id>/Orders.Read`. */
  readonly scopes: readonly string[];
  /** HTTP methods that need them; undefined for all. */
  readonly methods: readonly string[] | undefined;
}

export const SETTINGS = new InjectionToken<Settings>('SETTINGS');
