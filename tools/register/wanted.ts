import { inLanguage, languages } from '../../src/app/settings/languages.ts';
import {
  API_SCOPES,
  APP_ROLES,
  AUDIENCES,
  DISPLAY_NAME,
  GRAPH_APP_ID,
  OPTIONAL_CLAIMS,
  PERMISSIONS,
  TAG,
} from './description.ts';
import type { Audience } from './description.ts';
import type { Application } from './graph/resources.ts';

/** What the command line says of a registration. */
export interface Wishes {
  readonly name?: string;
  /** Undefined when not asked for: one organization for a new registration, as it is for another. */
  readonly audience?: Audience | undefined;
  /** Roots of deployed apps: `https://app.contoso.com/portal/`. */
  readonly origins?: readonly string[];
  /** Opened by Entra in a hidden frame when somebody signs out elsewhere. The app has no such page: docs/sign-in.md. */
  readonly logoutUrl?: string | undefined;
}

export type WantedApplication = Omit<Application, 'id' | 'appId' | 'identifierUris'>;

export const LOCAL_ROOT = 'http://localhost:3000/';
export const DEFAULT_AUDIENCE: Audience = 'single';

/**
 * The addresses of one root that have to be registered: the app, which signs in at the folder of each language, and the
 * bridge page, one for all.
 */
export function redirectUris(root: string): string[] {
  return [...languages.map(({ code }) => inLanguage(root, code, '')), `${root}redirect.html`];
}

/**
 * The body of the whole registration, in Graph's shape.
 * @see https://learn.microsoft.com/graph/api/application-post-applications
 */
export function wantedApplication(wishes: Wishes = {}): WantedApplication {
  const {
    name = DISPLAY_NAME,
    audience = DEFAULT_AUDIENCE,
    origins = [],
    logoutUrl = null,
  } = wishes;
  return {
    displayName: name,
    signInAudience: AUDIENCES[audience].signInAudience,
    tags: [TAG],
    spa: { redirectUris: [LOCAL_ROOT, ...origins].flatMap(redirectUris) },
    web: {
      redirectUris: [],
      logoutUrl,
      implicitGrantSettings: { enableIdTokenIssuance: false, enableAccessTokenIssuance: false },
    },
    api: {
      requestedAccessTokenVersion: 2,
      oauth2PermissionScopes: API_SCOPES.map(({ id, value, title, text }) => ({
        id,
        value,
        type: 'User',
        isEnabled: true,
        adminConsentDisplayName: title,
        adminConsentDescription: text,
        userConsentDisplayName: title,
        userConsentDescription: text,
      })),
    },
    appRoles: APP_ROLES.map((role) => ({ ...role, isEnabled: true, allowedMemberTypes: ['User'] })),
    optionalClaims: {
      idToken: OPTIONAL_CLAIMS.map((claim) => ({ name: claim })),
      accessToken: [],
    },
    requiredResourceAccess: [
      {
        resourceAppId: GRAPH_APP_ID,
        resourceAccess: PERMISSIONS.map(({ id }) => ({ id, type: 'Scope' })),
      },
    ],
  };
}

export const identifierUri = (appId: string): string => `api://${appId}`;
