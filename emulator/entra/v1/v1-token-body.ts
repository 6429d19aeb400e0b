import type { Resource } from '../../directory/resource.ts';

interface V2Body {
  readonly scope: string;
  readonly expires_in: number;
  readonly ext_expires_in: number;
}

/**
 * Version 1's token response: the resource by name, permissions without its address, points in time beside
 * the lifetimes, and all numbers as texts.
 *
 * @param now in seconds
 */
export function toV1Body(body: V2Body, resource: Resource, now: number): object {
  const names = body.scope.split(' ').map((word) => word.slice(word.lastIndexOf('/') + 1));
  return {
    ...body,
    scope: names.filter((name) => name !== '.default').join(' '),
    expires_in: String(body.expires_in),
    ext_expires_in: String(body.ext_expires_in),
    expires_on: String(now + body.expires_in),
    not_before: String(now),
    resource: resource.uri,
  };
}
