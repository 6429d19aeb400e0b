import { TAG } from './description.ts';
import type { GraphClient } from './graph/graph-client.ts';
import type { Application, PermissionGrant, ServicePrincipal } from './graph/resources.ts';

/** What there is already. */
export interface State {
  readonly tenantId: string;
  readonly application: Application | undefined;
  readonly principal: ServicePrincipal | undefined;
  /** For everybody in the tenant. */
  readonly grants: readonly PermissionGrant[];
}

/**
 * Reads what there is.
 *
 * @param search the client ID where it is known, else the name
 * @throws Error when it cannot be told which registration is meant
 */
export async function readState(
  graph: GraphClient,
  search: { readonly clientId?: string | undefined; readonly name: string },
): Promise<State> {
  const [organization] = await graph.list<{ id: string }>('/organization?$select=id');
  const application = await findApplication(graph, search);
  const appId = application?.appId ?? '';
  const [principal] = application
    ? await graph.list<ServicePrincipal>(`/servicePrincipals?${filter('appId', appId)}`)
    : [];
  const grants = principal
    ? await graph.list<PermissionGrant>(
        `/oauth2PermissionGrants?${filter('clientId', principal.id)}`,
      )
    : [];
  return {
    tenantId: organization?.id ?? '',
    application,
    principal,
    grants: grants.filter(({ consentType }) => consentType === 'AllPrincipals'),
  };
}

async function findApplication(
  graph: GraphClient,
  { clientId, name }: { readonly clientId?: string | undefined; readonly name: string },
): Promise<Application | undefined> {
  if (clientId !== undefined) {
    const [known] = await graph.list<Application>(`/applications?${filter('appId', clientId)}`);
    if (known) return known;
  }
  const namesakes = await graph.list<Application>(`/applications?${filter('displayName', name)}`);
  const own = namesakes.filter(({ tags }) => tags.includes(TAG));
  if (own.length > 1) {
    const ids = own.map(({ appId }) => appId).join(', ');
    throw new Error(
      `${own.length} registrations are called "${name}": say which with --client-id (${ids}).`,
    );
  }
  return own[0];
}

const filter = (property: string, value: string): string =>
  new URLSearchParams({ $filter: `${property} eq '${value.replaceAll("'", "''")}'` }).toString();
