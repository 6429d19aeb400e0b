import { GRAPH_APP_ID, PERMISSIONS } from './description.ts';
import type { Application, Entitlement } from './graph/resources.ts';
import type { Change } from './plan.ts';
import { redirectUris } from './wanted.ts';
import type { WantedApplication, Wishes } from './wanted.ts';

/**
 * What a registration lacks. It had all of it when this tool made it, so somebody took it away or it has
 * come with a newer version: either way it is asked about, unless the command line named it.
 */
export function additions(
  application: Application,
  wanted: WantedApplication,
  { origins = [] }: Wishes,
): Change[] {
  const asked = origins.flatMap(redirectUris);
  const uris = missing(application.spa.redirectUris, wanted.spa.redirectUris).filter(
    // Under Web, they are moved, not added.
    (uri) => !application.web.redirectUris.includes(uri),
  );
  return [
    ...uris.map((uri): Change => ({
      what: `Redirect URI (Single-page application): ${uri}`,
      why: 'Signing in comes back to it; any other address is refused (AADSTS50011).',
      widens: !asked.includes(uri),
      edit: (app) => ({ ...app, spa: { redirectUris: [...app.spa.redirectUris, uri] } }),
    })),
    ...permissionChanges(application),
    ...claimChanges(application, wanted),
    ...entitlementChanges(application.appRoles, wanted.appRoles, 'App role', (app, appRoles) => ({
      ...app,
      appRoles,
    })),
    ...entitlementChanges(
      application.api.oauth2PermissionScopes,
      wanted.api.oauth2PermissionScopes,
      'Scope of the example API',
      (app, oauth2PermissionScopes) => ({ ...app, api: { ...app.api, oauth2PermissionScopes } }),
    ),
  ];
}

const missing = (has: readonly string[], wants: readonly string[]): string[] =>
  wants.filter((one) => !has.includes(one));

function permissionChanges({ requiredResourceAccess }: Application): Change[] {
  const has = requiredResourceAccess
    .filter(({ resourceAppId }) => resourceAppId === GRAPH_APP_ID)
    .flatMap(({ resourceAccess }) => resourceAccess.map(({ id }) => id));
  return PERMISSIONS.filter(({ id }) => !has.includes(id)).map(({ id, value, page }): Change => ({
    what: `Delegated permission of Microsoft Graph: ${value}`,
    why: `Needed for ${page}.`,
    widens: true,
    edit: (app) => ({ ...app, requiredResourceAccess: withPermission(app, id) }),
  }));
}

function withPermission(
  { requiredResourceAccess }: Application,
  id: string,
): Application['requiredResourceAccess'] {
  const isGraph = ({ resourceAppId }: { resourceAppId: string }) => resourceAppId === GRAPH_APP_ID;
  const graph = requiredResourceAccess.find(isGraph)?.resourceAccess ?? [];
  return [
    ...requiredResourceAccess.filter((access) => !isGraph(access)),
    { resourceAppId: GRAPH_APP_ID, resourceAccess: [...graph, { id, type: 'Scope' }] },
  ];
}

function claimChanges({ optionalClaims }: Application, wanted: WantedApplication): Change[] {
  const names = (wanted.optionalClaims?.idToken ?? []).map(({ name }) => name);
  const has = (optionalClaims?.idToken ?? []).map(({ name }) => name);
  return missing(has, names).map((name): Change => ({
    what: `Optional claim of the ID token: ${name}`,
    why: 'Signing out would otherwise ask which account.',
    widens: true,
    edit: (app) => ({
      ...app,
      optionalClaims: {
        accessToken: app.optionalClaims?.accessToken ?? [],
        idToken: [...(app.optionalClaims?.idToken ?? []), { name }],
      },
    }),
  }));
}

function entitlementChanges(
  has: readonly Entitlement[],
  wants: readonly Entitlement[],
  kind: string,
  put: (app: Application, list: Entitlement[]) => Application,
): Change[] {
  const listOf = (app: Application) =>
    kind === 'App role' ? app.appRoles : app.api.oauth2PermissionScopes;
  return wants.flatMap((one): Change[] => {
    const twin = has.find(({ id, value }) => id === one.id || value === one.value);
    if (twin?.isEnabled) return [];
    return [
      {
        what: `${kind}: ${one.value ?? ''}${twin ? ' (disabled)' : ''}`,
        why: 'It can be assigned or asked for only while it is there and enabled.',
        widens: true,
        edit: (app) =>
          put(app, [
            ...listOf(app).filter((other) => other.id !== twin?.id),
            { ...(twin ?? one), isEnabled: true },
          ]),
      },
    ];
  });
}
