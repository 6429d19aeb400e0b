import { InjectionToken } from '@angular/core';

/**
 * The settings of this deployment, complete and checked: what `config.json` says, with every default
 * filled in. One build serves every environment because nothing of this is compiled in.
 */
export interface Settings {
  /** The *Application (client) ID* of the app registration, a GUID. */
  readonly clientId: string;
  /** The authority people sign in at, with its tenant: `https://login.microsoftonline.com/common`. */
  readonly authority: string;
  /** Hosts, with port, that MSAL trusts without asking Microsoft's instance discovery. */
  readonly knownAuthorities: readonly string[];
  /** OpenID Connect metadata as JSON text; set for the local cloud only, which MSAL cannot discover. */
  readonly authorityMetadata: string | undefined;
  /** Where MSAL ends the provider's session; asked only to see whether it can be reached. */
  readonly endSessionUrl: string;
  /** Origin that ID tokens have to be issued by; undefined when a custom authority leaves it open. */
  readonly issuerOrigin: string | undefined;
  /** Directories whose people may sign in, as tenant GUIDs; undefined for all the authority admits. */
  readonly allowedTenants: readonly string[] | undefined;
  /** Origin of Microsoft Graph without a trailing slash: `https://graph.microsoft.com`. */
  readonly graphBaseUrl: string;
  /** APIs beside Microsoft Graph that get a token. */
  readonly apis: readonly ApiSettings[];
  /** Microsoft Graph permissions asked for at sign-in, always in this spelling: `User.Read`. */
  readonly scopes: readonly string[];
  /** Where MSAL keeps tokens: `sessionStorage` (this tab) or `localStorage` (every tab). */
  readonly cacheLocation: 'sessionStorage' | 'localStorage';
  /** Whether a sign-in the app begins leaves the page or opens a window; MsalGuard always leaves. */
  readonly interaction: 'redirect' | 'popup';
  /** Minutes without anybody doing anything after which everybody is signed out; undefined for never. */
  readonly idleTimeoutMinutes: number | undefined;
  /** Who corrects the directory, as an email address; undefined when people find out for themselves. */
  readonly supportEmail: string | undefined;
  /** Path the app lives at, with a slash at its end: `/` or `/portal/`. */
  readonly basePath: string;
  /** Absolute URL a sign-in comes back to; registered with platform *Single-page application*. */
  readonly redirectUri: string;
  /** Absolute URL of the static bridge page that MSAL's hidden iframe comes back to; registered too. */
  readonly silentRedirectUri: string;
  /** Absolute URL shown after sign-out; registered too. */
  readonly postLogoutRedirectUri: string;
  /** Whether this is the local cloud, with its made-up people. */
  readonly isLocalCloud: boolean;
}

/** Addresses of one API that need the same permissions; an API may have several of these. */
export interface ApiSettings {
  /** What people read when the API fails: `Orders`. */
  readonly name: string;
  /** `https://orders.contoso.example` */
  readonly origin: string;
  /** Whole paths, where `*` stands for anything. */
  readonly paths: readonly string[];
  /** Permissions of this API as its registration names them: `api://<id>/Orders.Read`. */
  readonly scopes: readonly string[];
  /** The HTTP methods that need them; undefined for every method. */
  readonly methods: readonly string[] | undefined;
}

/** The settings of this deployment; provided in `app.config.ts` before anything asks for them. */
export const SETTINGS = new InjectionToken<Settings>('SETTINGS');
