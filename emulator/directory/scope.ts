import { OIDC_SCOPES } from './permission.ts';
import { GRAPH } from './resource.ts';
import type { Resource } from './resource.ts';

/** One entry of a `scope` parameter, resolved: a bare name belongs to Microsoft Graph. */
export interface Scope {
  /** As the client wrote it; the token response echoes this form. */
  readonly asked: string;
  readonly name: string;
  /** None for OpenID Connect's own scopes; undefined resources are those nobody registered. */
  readonly resource: Resource | null;
  readonly problem?: 'unknown-resource' | 'unknown-permission';
}

export function parseScopes(parameter: string, resources: readonly Resource[]): Scope[] {
  const words = new Set(parameter.split(/[ \t\r\n]+/).filter((word) => word !== ''));
  return [...words].map((word) => resolve(word, resources));
}

function resolve(asked: string, resources: readonly Resource[]): Scope {
  if (OIDC_SCOPES.includes(asked)) {
    return { asked, name: asked, resource: null };
  }
  const slash = asked.lastIndexOf('/');
  const name = asked.slice(slash + 1);
  const prefix = asked.slice(0, Math.max(slash, 0));
  const resource = findResource(slash === -1 ? GRAPH.uri : prefix, resources);
  if (!resource) {
    return { asked, name, resource: null, problem: 'unknown-resource' };
  }
  const known = Object.keys(resource.permissions).find(
    (permission) => permission.toLowerCase() === name.toLowerCase(),
  );
  if (name === '.default') {
    return { asked, name, resource };
  }
  return known
    ? { asked, name: known, resource }
    : { asked, name, resource, problem: 'unknown-permission' };
}

function findResource(prefix: string, resources: readonly Resource[]): Resource | undefined {
  // `https://graph.microsoft.com//.default` is what `{resource}/` plus `/.default` makes of it.
  const wanted = prefix.replace(/\/$/, '').toLowerCase();
  return resources.find(({ uri, appId }) => uri.toLowerCase() === wanted || appId === wanted);
}

/** How consent is kept: OpenID scopes by name, a resource's permissions with its URI. */
export function qualified(scope: Pick<Scope, 'name' | 'resource'>): string {
  return scope.resource ? `${scope.resource.uri}/${scope.name}` : scope.name;
}
