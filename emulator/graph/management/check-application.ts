import type { Application } from '../../directory/applications/application.ts';
import { badRequest, invalidValue, notUnique, stillEnabled } from './management-errors.ts';

/** Entra's rules for what an application may hold, beside the types of its properties. */

/**
 * @param before what it was; undefined for a new one
 * @param others the other applications of the tenant
 * @throws GraphError 400 in Graph's words
 */
export function checkApplication(
  application: Application,
  before: Application | undefined,
  others: readonly Application[],
): void {
  checkRedirectUris(application);
  checkLogoutUrl(application.web.logoutUrl);
  checkTokenVersion(application);
  checkUnique(application, others);
  if (before) {
    checkRemoved(before.appRoles, application.appRoles);
    checkRemoved(before.api.oauth2PermissionScopes, application.api.oauth2PermissionScopes);
  }
}

/** Microsoft, "Redirect URI restrictions and limitations". */
function checkRedirectUris({ spa, web, publicClient }: Application): void {
  const all = [...spa.redirectUris, ...web.redirectUris, ...publicClient.redirectUris];
  if (new Set(all).size < all.length) {
    throw invalidValue('redirectUris');
  }
  const isFine = (uri: string) =>
    uri.length <= 256 &&
    URL.canParse(uri) &&
    !/[*#]/.test(uri) &&
    (uri.startsWith('https://') || /^http:\/\/localhost(:\d+)?(\/|$)/.test(uri));
  if (![...spa.redirectUris, ...web.redirectUris].every(isFine)) {
    throw invalidValue('redirectUris');
  }
}

function checkLogoutUrl(url: string | null): void {
  if (url !== null && !/^https:\/\/|^http:\/\/localhost[:/]/.test(url)) {
    throw invalidValue('web.logoutUrl');
  }
}

/** Personal accounts get version 2 tokens alone. */
function checkTokenVersion({ signInAudience, api }: Application): void {
  if (signInAudience.includes('Personal') && api.requestedAccessTokenVersion !== 2) {
    throw badRequest('Property api.requestedAccessTokenVersion is invalid.');
  }
}

function checkUnique({ appId, identifierUris }: Application, others: readonly Application[]): void {
  const taken = new Set(
    others
      .filter((other) => other.appId !== appId)
      .flatMap((application) => application.identifierUris),
  );
  if (identifierUris.some((uri) => taken.has(uri))) {
    throw notUnique('identifierUris');
  }
}

interface Entitlement {
  readonly id: string;
  readonly isEnabled: boolean;
}

/** A role or scope in use is disabled first, in a request of its own. */
function checkRemoved(before: readonly Entitlement[], after: readonly Entitlement[]): void {
  const left = new Set(after.map(({ id }) => id));
  if (before.some(({ id, isEnabled }) => isEnabled && !left.has(id))) {
    throw stillEnabled();
  }
}
