import type { Cloud } from '../../cloud.ts';
import type { Registration } from '../../directory/registration.ts';
import { GRAPH } from '../../directory/resource.ts';
import type { Resource } from '../../directory/resource.ts';
import { parseScopes, qualified } from '../../directory/scope.ts';
import type { Scope } from '../../directory/scope.ts';
import { getAudienceName } from '../../tokens/audience.ts';
import type { Audience } from '../../tokens/audience.ts';
import { missingParameter } from '../errors/entra-error.ts';
import {
  invalidScope,
  severalResources,
  unknownPermission,
  unknownResource,
  unlistedResource,
} from '../errors/request-errors.ts';

/** What a `scope` parameter asks for, refused in Entra's words when nobody offers it. */
export function requestedScopes(
  { directory }: Cloud,
  parameter: string | undefined,
  client: Registration,
  audience: Audience,
): Scope[] {
  if (parameter === undefined || parameter.trim() === '') {
    throw missingParameter('scope');
  }
  const scopes = parseScopes(parameter, directory.resources);
  for (const scope of scopes) {
    checkKnown(scope, client, audience);
  }
  // `.default` stands for the registration's own list and cannot be mixed with single permissions.
  const ofResources = scopes.filter(({ resource }) => resource !== null);
  if (ofResources.length > 1 && ofResources.some(({ name }) => name === '.default')) {
    throw invalidScope(parameter);
  }
  return scopes;
}

function checkKnown(scope: Scope, client: Registration, audience: Audience): void {
  if (scope.problem === 'unknown-resource') {
    const resource = scope.asked.slice(0, scope.asked.lastIndexOf('/'));
    throw unknownResource(resource, getAudienceName(audience));
  }
  if (scope.problem) {
    throw unknownPermission(client.name, scope.name, scope.resource?.appId ?? GRAPH.appId);
  }
  if (scope.name === '.default' && neededConsents([scope], client).length === 0) {
    throw unlistedResource([client.clientId, client.name], scope.resource?.uri ?? GRAPH.uri);
  }
}

/** The one resource an access token is for: Graph when only OpenID scopes are asked for. */
export function singleResource(scopes: readonly Scope[]): Resource {
  const resources = new Set(scopes.flatMap(({ resource }) => resource ?? []));
  if (resources.size > 1) {
    throw severalResources();
  }
  return [...resources][0] ?? GRAPH;
}

/** The consents a request needs, `.default` spelt out. */
export function neededConsents(scopes: readonly Scope[], client: Registration): string[] {
  return scopes.flatMap((scope) =>
    scope.name === '.default'
      ? client.permissions.filter((name) => name.startsWith(`${scope.resource?.uri ?? ''}/`))
      : qualified(scope),
  );
}
