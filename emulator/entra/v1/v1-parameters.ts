import { GRAPH } from '../../directory/resource.ts';
import { Parameters } from '../request/parameters.ts';

/**
 * Version 1's parameters in the words of version 2: a `resource` stands for everything the registration
 * lists of it, and every code comes with an ID token and a refresh token (Microsoft, "Authorize access to
 * web applications using OAuth 2.0 and Azure AD", v1.0).
 * Differs from Entra: without a resource it is Microsoft Graph, as Azure AD Graph is retired.
 */
export function toV2Parameters(parameters: Parameters, withDefault: boolean): Parameters {
  const resource = parameters.get('resource') ?? (withDefault ? GRAPH.uri : undefined);
  return parameters.with({
    // A space would make two scopes of one resource.
    scope:
      resource &&
      `openid profile offline_access ${encodeURI(resource).replace(/\/$/, '')}/.default`,
  });
}
