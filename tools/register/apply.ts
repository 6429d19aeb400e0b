import { API_SCOPES, GRAPH_APP_ID, PERMISSIONS } from './description.ts';
import type { GraphClient } from './graph/graph-client.ts';
import type { Application, PermissionGrant, ServicePrincipal } from './graph/resources.ts';
import type { Plan } from './plan.ts';
import type { State } from './state.ts';

/** A registration that is complete. */
export interface Registered {
  readonly application: Application;
  readonly principal: ServicePrincipal;
}

/**
 * Carries a plan out. What fails half-way stays as it is, and the next plan goes on from there.
 *
 * @throws GraphFailure
 */
export async function applyPlan(
  graph: GraphClient,
  plan: Plan,
  { application: before, principal }: Pick<State, 'application' | 'principal'>,
): Promise<Registered> {
  const isNew = before === undefined;
  const current =
    before ??
    (await graph.call<Application>('POST', '/applications', { doing: 'create' }, plan.create));
  const application = plan.changes.reduce((app, change) => change.edit(app), current);
  const patch = Object.fromEntries(
    Object.entries(application).filter(
      ([name, value]) => value !== current[name as keyof Application],
    ),
  );
  if (Object.keys(patch).length > 0) {
    const path = `/applications/${application.id}`;
    await graph.call('PATCH', path, { doing: 'update', isNew }, patch);
  }
  return {
    application,
    principal:
      principal ??
      (await graph.call<ServicePrincipal>(
        'POST',
        '/servicePrincipals',
        { doing: 'create', isNew },
        { appId: application.appId },
      )),
  };
}

/** What everybody's consent would let the app do, by API. */
export function consentFor({ application }: Registered): { appId: string; scopes: string[] }[] {
  const listed = application.requiredResourceAccess.flatMap(({ resourceAccess }) =>
    resourceAccess.map(({ id }) => id),
  );
  const exposed = application.api.oauth2PermissionScopes
    .filter(({ isEnabled }) => isEnabled)
    .map(({ id }) => id);
  const graph = PERMISSIONS.filter(({ id }) => listed.includes(id));
  const own = API_SCOPES.filter(({ id }) => exposed.includes(id));
  return [
    {
      appId: GRAPH_APP_ID,
      scopes: ['openid', 'profile', 'offline_access', ...graph.map(({ value }) => value)],
    },
    { appId: application.appId, scopes: own.map(({ value }) => value) },
  ].filter(({ scopes }) => scopes.length > 0);
}

/**
 * Grants consent for everybody; what is granted beside it stays.
 * @see https://learn.microsoft.com/graph/api/oauth2permissiongrant-post
 *
 * @returns how many grants were made or widened
 * @throws GraphFailure
 */
export async function grantConsent(
  graph: GraphClient,
  registered: Registered,
  grants: readonly PermissionGrant[],
): Promise<number> {
  let changed = 0;
  for (const { appId, scopes } of consentFor(registered)) {
    const [resource] =
      appId === registered.application.appId
        ? [registered.principal]
        : await graph.list<ServicePrincipal>(`/servicePrincipals?$filter=appId eq '${appId}'`);
    const grant = grants.find(({ resourceId }) => resourceId === resource?.id);
    const has = grant?.scope.split(' ') ?? [];
    const scope = [...new Set([...has, ...scopes])].join(' ');
    if (resource === undefined || scope === grant?.scope) continue;
    await putGrant(graph, grant, {
      clientId: registered.principal.id,
      resourceId: resource.id,
      scope,
    });
    changed++;
  }
  return changed;
}

function putGrant(
  graph: GraphClient,
  grant: PermissionGrant | undefined,
  { scope, ...parties }: { clientId: string; resourceId: string; scope: string },
): Promise<unknown> {
  const options = { doing: 'consent', isNew: !grant } as const;
  return grant
    ? graph.call('PATCH', `/oauth2PermissionGrants/${grant.id}`, options, { scope })
    : graph.call('POST', '/oauth2PermissionGrants', options, {
        ...parties,
        scope,
        consentType: 'AllPrincipals',
      });
}
